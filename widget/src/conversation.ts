import {
  compileForm,
  isWellKnownFreeMail,
  readAnswer,
  recall,
  recallLookup,
  saidTexts,
  spokenOf,
  turn,
} from '@bantam/engine'
import type { Reading, Turn } from '@bantam/engine'
import type { Form, GivenAnswer, Hidden, Question } from '@bantam/schema'
import { numberWritten } from './number-written.ts'
import type { Past } from './visit.ts'

/** The unfinished conversation as it is kept over a reload. */
export interface Kept {
  readonly answers: readonly GivenAnswer[]
  /** What stands in the inputs, by question id, whether given or not. */
  readonly drafts: Readonly<Record<string, unknown>>
  readonly unasked?: Unasked
}

/** Questions that need no answer as long as the answers `given` stand. */
interface Unasked {
  readonly questionIds: readonly string[]
  readonly given: readonly GivenAnswer[]
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
  /** Questions on the way to the present one, with their answers. */
  readonly past: readonly Past[]
  back(): void
  /**
   * Questions not to ask from the next turn on; what is on the screen stays. Those that `given` answers decided are
   * asked after all once one of these is changed.
   */
  skip(questionIds: readonly string[], given?: readonly GivenAnswer[]): void
  /** Asks a question again, keeping what was answered as its draft. */
  reopen(questionId: string, visit?: number): void
  /** A question with what its texts recall. */
  told<Q extends Question>(question: Q): Q
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
  let excused: readonly string[] = []
  let { unasked: decided } = restored
  const turnAfter = (given: readonly GivenAnswer[]) => {
    const questionIds = decided && stands(decided, given) ? decided.questionIds : excused
    // What was on the screen once can be gone back to.
    const skip = new Set(questionIds.filter((id) => !drafts.has(id)))
    return turn(form, { answers: given, hidden, skip })
  }
  let current = turnAfter(answers)

  const settle = (next: readonly GivenAnswer[]) => {
    answers = next
    current = turnAfter(answers)
  }

  /** A question that a jump leads back to has an answer per visit: all without those from this visit on. */
  const before = (questionId: string, visit: number) => {
    let seen = 0
    return answers.filter((given) => given.questionId !== questionId || seen++ < visit)
  }

  const withDraft = ({ id }: Question, reading: Reading) => [
    ...before(id, visits(current.path, id) - 1),
    { questionId: id, value: acceptedOf(reading) },
  ]

  const read = (question: Question): Reading =>
    question.kind === 'statement'
      ? { kind: 'accepted', value: true }
      : readAnswer(question, written(question, drafts.get(question.id), definition.language), facts)

  const reopen = (questionId: string, visit = 0) => {
    const answer = answers.find((given) => given.questionId === questionId)
    if (answer && !drafts.has(questionId)) drafts.set(questionId, answer.value)
    settle(before(questionId, visit))
  }

  const told = <Q extends Question>(question: Q): Q => {
    const lookup = recallLookup(form, current.answers, hidden)
    return saidTexts(question, (text) => recall(text, lookup))
  }

  return {
    get turn() {
      return current
    },
    get kept() {
      return { answers, drafts: Object.fromEntries(drafts), ...(decided && { unasked: decided }) }
    },
    get answers() {
      return answers.filter(
        ({ questionId }) =>
          current.path.includes(questionId) && form.questions.get(questionId)?.kind !== 'statement',
      )
    },
    get past() {
      const { path } = current
      return path.slice(0, current.kind === 'ask' ? -1 : undefined).flatMap((id, at) => {
        const asked = form.questions.get(id)
        const visit = visits(path.slice(0, at), id)
        const value = answers.filter(({ questionId }) => questionId === id)[visit]?.value
        if (!asked) return []
        const question = told(asked)
        const said = spokenOf(question, acceptedOf(readAnswer(question, value)), definition)
        const { name } = Object(question.kind === 'file' && drafts.get(id))
        return [{ question, value, said: name ?? said, visit }]
      })
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
      return isSettled(question, reading) && turnAfter(withDraft(question, reading)).kind === 'end'
    },
    back() {
      const { path } = current
      const previous = path.at(current.kind === 'ask' ? -2 : -1)
      if (previous) reopen(previous, visits(path, previous) - 1)
    },
    skip(questionIds, given) {
      if (given) decided = { questionIds, given }
      else excused = questionIds
    },
    reopen,
    told,
  }
}

const facts = { isFreeMail: isWellKnownFreeMail }

/** Whether everything that was given is still answered the same, visit by visit. */
const stands = ({ given }: Unasked, now: readonly GivenAnswer[]): boolean =>
  given.every(({ questionId, value }, at) => {
    const isOfIt = (other: GivenAnswer) => other.questionId === questionId
    const visit = given.slice(0, at).filter(isOfIt).length
    const answer = now.filter(isOfIt)[visit]
    return answer !== undefined && JSON.stringify(answer.value) === JSON.stringify(value)
  })

const visits = (path: readonly string[], questionId: string) =>
  path.filter((id) => id === questionId).length

/** What a draft says: a number as it is written in a language, and of a stored file its id. */
const written = (question: Question, ...[draft, language]: [draft: unknown, language: string]) => {
  if (question.kind === 'file') return Object(draft).uploadId ?? draft
  return question.kind === 'number' && typeof draft === 'string'
    ? numberWritten(draft, { language, integer: question.validation?.integer })
    : draft
}

const acceptedOf = (reading: Reading) => (reading.kind === 'accepted' ? reading.value : null)

/** Whether a reading of its answer lets a question rest: accepted, or an optional one left empty. */
export const isSettled = ({ required }: Question, { kind }: Reading) =>
  kind === 'accepted' || (kind === 'empty' && !required)

/** What storage gives back is outside data: anything but our own shape is an empty start. */
const readKept = (kept: unknown): Kept => {
  const { answers, drafts, unasked } = Object(kept)
  const { questionIds, given } = Object(unasked)
  return {
    answers: Array.isArray(answers) ? answers.filter(isGiven) : [],
    drafts: Object(drafts),
    ...(Array.isArray(questionIds) &&
      Array.isArray(given) && { unasked: { questionIds, given: given.filter(isGiven) } }),
  }
}

const isGiven = (answer: unknown): answer is GivenAnswer =>
  typeof Object(answer).questionId === 'string'
