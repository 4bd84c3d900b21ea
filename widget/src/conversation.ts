import { compileForm, readAnswer, recall, recallLookup, turn } from '@bantam/engine'
import type { Reading, Turn } from '@bantam/engine'
import type { Form, GivenAnswer, Hidden, Question } from '@bantam/schema'

/** The unfinished conversation as it is kept over a reload. */
export interface Kept {
  readonly answers: readonly GivenAnswer[]
  /** What stands in the inputs, by question id, whether given or not. */
  readonly drafts: Readonly<Record<string, unknown>>
}

export interface Conversation {
  readonly turn: Turn
  readonly kept: Kept
  /** What is sent: the answers along the path, skips as null, no statements. */
  readonly answers: readonly GivenAnswer[]
  draftOf(question: Question): unknown
  hold(question: Question, draft: unknown): void
  /** Gives the held draft as the answer; only a settled reading moves on. */
  give(question: Question): Reading
  /** Whether giving the held draft would end the conversation. */
  wouldEnd(question: Question): boolean
  back(): void
  /** Asks a question again, keeping what was answered as its draft. */
  reopen(questionId: string): void
  say(text: string): string
}

/** A visitor's way through one form: the answers are the only state, the engine says what comes next. */
export const createConversation = (
  definition: Form,
  { hidden, kept }: { hidden?: Hidden | undefined; kept?: unknown },
): Conversation => {
  const form = compileForm(definition)
  const restored = readKept(kept)
  const drafts = new Map(Object.entries(restored.drafts))
  let answers = restored.answers
  let current = turn(form, { answers, hidden })

  const settle = (next: readonly GivenAnswer[]) => {
    answers = next
    current = turn(form, { answers, hidden })
  }

  /** A question that a jump leads back to has an answer per visit: all without those from this visit on. */
  const before = (questionId: string, visit: number) => {
    let seen = 0
    return answers.filter((given) => given.questionId !== questionId || seen++ < visit)
  }

  const withDraft = ({ id }: Question, reading: Reading) => [
    ...before(id, visits(current.path, id) - 1),
    { questionId: id, value: reading.kind === 'accepted' ? reading.value : null },
  ]

  const read = (question: Question): Reading =>
    question.kind === 'statement'
      ? { kind: 'accepted', value: true }
      : readAnswer(question, written(question, drafts.get(question.id)))

  const reopen = (questionId: string, visit = 0) => {
    const answer = answers.find((given) => given.questionId === questionId)
    if (answer && !drafts.has(questionId)) drafts.set(questionId, answer.value)
    settle(before(questionId, visit))
  }

  return {
    get turn() {
      return current
    },
    get kept() {
      return { answers, drafts: Object.fromEntries(drafts) }
    },
    get answers() {
      return answers.filter(
        ({ questionId }) =>
          current.path.includes(questionId) && form.questions.get(questionId)?.kind !== 'statement',
      )
    },
    draftOf: ({ id }) => drafts.get(id),
    hold: ({ id }, draft) => void drafts.set(id, draft),
    give(question) {
      const reading = read(question)
      if (isSettled(question, reading)) settle(withDraft(question, reading))
      return reading
    },
    wouldEnd(question) {
      const reading = read(question)
      return (
        isSettled(question, reading) &&
        turn(form, { answers: withDraft(question, reading), hidden }).kind === 'end'
      )
    },
    back() {
      const { path } = current
      const previous = path.at(current.kind === 'ask' ? -2 : -1)
      if (previous) reopen(previous, visits(path, previous) - 1)
    },
    reopen,
    say: (text) => recall(text, recallLookup(form, current.answers, hidden)),
  }
}

const visits = (path: readonly string[], questionId: string) =>
  path.filter((id) => id === questionId).length

/** Numbers as people write them: 1 000, 1,000.50, 2,5. */
const written = ({ kind }: Question, draft: unknown) =>
  kind === 'number' && typeof draft === 'string'
    ? draft
        .replace(/[\s'’]/g, '')
        .replace(/,(?=\d{3}(\D|$))/g, '')
        .replace(',', '.')
    : draft

/** Whether a reading of its answer lets a question rest: accepted, or an optional one left empty. */
export const isSettled = ({ required }: Question, { kind }: Reading) =>
  kind === 'accepted' || (kind === 'empty' && !required)

/** What storage gives back is outside data: anything but our own shape is an empty start. */
const readKept = (kept: unknown): Kept => {
  const { answers, drafts } = Object(kept)
  return {
    answers: Array.isArray(answers) ? answers.filter(isGiven) : [],
    drafts: Object(drafts),
  }
}

const isGiven = (answer: unknown): answer is GivenAnswer =>
  typeof Object(answer).questionId === 'string'
