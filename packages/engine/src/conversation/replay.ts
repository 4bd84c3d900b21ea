import type { AnswerValue, Question } from '@bantam/schema'
import { readAnswer } from '../answer/read-answer.ts'
import { refused, type AnswerFacts } from '../answer/reading.ts'
import type { Calculated } from './calculation.ts'
import type { CompiledForm } from './compile-form.ts'
import { entriesOf, walk, type State } from './walk.ts'

/** What the server trusts of a conversation. */
export interface Replay {
  readonly path: readonly string[]
  readonly answers: ReadonlyMap<string, AnswerValue>
  /** Ids of given answers that the path never used, in the order given. */
  readonly discarded: readonly string[]
  /** All errors at once; `path` is `answers.ID`. */
  readonly errors: readonly {
    readonly path: string
    readonly code: string
    readonly message: string
  }[]
  readonly ending?: string
  readonly calculations: Calculated
}

/**
 * Replays a finished conversation. Statements pass by themselves and a missing answer counts as
 * unanswered; a question visited more often than it was answered keeps its last answer.
 */
export const replay = (form: CompiledForm, state: State, facts: AnswerFacts = {}): Replay => {
  const entries = entriesOf(state)
  const errors = new Map<string, Replay['errors'][number]>()
  const used = new Map<string, number>()
  const visit = (question: Question, visits: number) => {
    if (question.kind === 'statement') return null
    const given = entries.get(question.id) ?? []
    const entry = Math.min(visits, given.length - 1)
    used.set(question.id, entry + 1)
    let reading = readAnswer(question, given[entry], facts)
    if (reading.kind === 'accepted') return reading.value
    if (reading.kind === 'empty' && question.required) reading = refused('required')
    if (reading.kind === 'refused')
      errors.set(question.id, {
        path: `answers.${question.id}`,
        code: reading.code,
        message: reading.message,
      })
    return null
  }
  const { path, answers, ending, calculations } = walk(form, { hidden: state.hidden, visit })
  const discarded = [...entries].flatMap(([id, given]) =>
    given.slice(used.get(id) ?? 0).some((value) => value !== null) ? [id] : [],
  )
  return {
    path,
    answers,
    discarded,
    errors: [...errors.values()],
    ...(ending !== undefined && { ending }),
    calculations,
  }
}
