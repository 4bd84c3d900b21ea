import type { AnswerValue, Question } from '@bantam/schema'
import { readAnswer } from '../answer/read-answer.ts'
import type { AnswerFacts } from '../answer/reading.ts'
import type { CompiledForm } from './compile-form.ts'
import { longestFrom } from './remaining.ts'
import { entriesOf, walk, type State, type Visit } from './walk.ts'

/** What a conversation does next. */
export type Turn =
  | {
      readonly kind: 'ask'
      readonly question: Question
      /** Questions asked so far, this one last. */
      readonly path: readonly string[]
      /** Accepted answers along the path, for recall. */
      readonly answers: ReadonlyMap<string, AnswerValue>
      readonly answered: number
      /** Questions of the longest way that is still open, this one included. */
      readonly remaining: number
      /** 0–1; never falls but on a jump back. */
      readonly progress: number
    }
  | {
      readonly kind: 'end'
      /** The ending that a branch chose, if one did. */
      readonly ending?: string
      readonly path: readonly string[]
      readonly answers: ReadonlyMap<string, AnswerValue>
    }

/**
 * The next turn of a live conversation: asks the first question on the path that still needs an
 * answer. A refused answer and a skipped required question are asked again.
 */
export const turn = (form: CompiledForm, state: State, facts: AnswerFacts = {}): Turn => {
  const entries = entriesOf(state)
  const {
    path: visited,
    answers,
    halted,
    ending,
    facts: known,
  } = walk(form, { hidden: state.hidden, visit: visiting(state, facts) })
  const isAsked = (id: string) => entries.has(id) || unasked(state, id) === undefined
  const path = visited.filter(isAsked)
  if (halted === undefined)
    return { kind: 'end', path, answers, ...(ending !== undefined && { ending }) }
  const answered = path.length - 1
  const remaining = longestFrom(form, { place: halted, facts: known, isAsked })
  const { question } = form.steps[halted] as { question: Question }
  const progress = answered / (answered + remaining)
  return { kind: 'ask', question, path, answers, answered, remaining, progress }
}

/** Halts at the first question that still needs an answer. */
export const visiting = (state: State, facts: AnswerFacts): Visit => {
  const entries = entriesOf(state)
  return (question, visits) => {
    const entry = entries.get(question.id)?.[visits]
    if (entry === undefined) return unasked(state, question.id)
    if (question.kind === 'statement') return null
    const reading = readAnswer(question, entry, facts)
    if (reading.kind === 'accepted') return reading.value
    return reading.kind === 'empty' && !question.required ? null : undefined
  }
}

/** What a question counts for that nobody is asked: what was known of it, or nothing; undefined for one to ask. */
const unasked = ({ known, skip }: State, id: string): AnswerValue | null | undefined =>
  known?.get(id) ?? (skip?.has(id) ? null : undefined)
