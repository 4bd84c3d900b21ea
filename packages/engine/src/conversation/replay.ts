import type { AnswerValue, Question } from '@bantam/schema'
import { readAnswer } from '../answer/read-answer.ts'
import { refused, type AnswerFacts, type Refusal } from '../answer/reading.ts'
import type { Calculated } from './calculation.ts'
import type { CompiledForm } from './compile-form.ts'
import { entriesOf, walk, type State } from './walk.ts'

/** What the server trusts of a conversation. */
export interface Replay {
  readonly path: readonly string[]
  readonly answers: ReadonlyMap<string, AnswerValue>
  /** Questions among them that were not answered now but known from before. */
  readonly recalled: ReadonlySet<string>
  /** Ids of given answers that the path never used, in the order given. */
  readonly discarded: readonly string[]
  /** All errors at once; `path` is `answers.ID`. */
  readonly errors: readonly {
    readonly path: string
    readonly code: string
    readonly message: string
    readonly part?: string
  }[]
  readonly ending?: string
  readonly calculations: Calculated
}

/**
 * Replays a finished conversation. Statements pass by themselves and a missing answer counts as
 * unanswered, unless it is known from before; a question visited more often than it was answered keeps its last answer.
 */
export const replay = (form: CompiledForm, state: State, facts: AnswerFacts = {}): Replay => {
  const entries = entriesOf(state)
  const errors = new Map<string, Replay['errors'][number]>()
  const used = new Map<string, number>()
  const recalled = new Set<string>()
  const visit = (question: Question, visits: number) => {
    if (question.kind === 'statement') return null
    const given = entries.get(question.id) ?? []
    const entry = Math.min(visits, given.length - 1)
    used.set(question.id, entry + 1)
    let reading = readAnswer(question, given[entry], facts)
    const known = reading.kind === 'empty' ? state.known?.get(question.id) : undefined
    if (known === undefined) recalled.delete(question.id)
    else recalled.add(question.id)
    if (known !== undefined) return known
    if (reading.kind === 'accepted') return reading.value
    if (reading.kind === 'empty' && question.required && !state.skip?.has(question.id))
      reading = refused('required')
    if (reading.kind === 'refused') errors.set(question.id, refusedAt(question.id, reading))
    return null
  }
  const { path, answers, ending, calculations } = walk(form, { hidden: state.hidden, visit })
  const discarded = [...entries.keys()].filter((id) =>
    entries.get(id)?.some((value, at) => value !== null && at >= (used.get(id) ?? 0)),
  )
  return {
    path,
    answers,
    recalled,
    discarded,
    errors: [...errors.values()],
    ...(ending !== undefined && { ending }),
    calculations,
  }
}

/** A refusal as the outside is told of it. */
export const refusedAt = (
  questionId: string,
  { code, message, part }: Refusal,
): Replay['errors'][number] => ({
  path: `answers.${questionId}`,
  code,
  message,
  ...(part !== undefined && { part }),
})
