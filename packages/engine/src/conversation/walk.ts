import type { AnswerValue, Hidden, Question } from '@bantam/schema'
import type { Facts } from '../condition/facts.ts'
import type { Calculated } from './calculation.ts'
import type { CompiledForm, CompiledJump } from './compile-form.ts'

/** All there is of a conversation. `value: null` is a skipped optional question. */
export interface State {
  readonly answers: readonly { readonly questionId: string; readonly value?: unknown }[]
  readonly hidden?: Hidden | undefined
}

/** The answer of a visit: a value, null for none, undefined to halt and ask. */
export type Visit = (question: Question, visit: number) => AnswerValue | null | undefined

export interface Walk {
  /** Questions in the order they were visited, the one that halted the walk included. */
  readonly path: string[]
  readonly answers: Map<string, AnswerValue>
  readonly calculations: Calculated
  readonly facts: Facts
  /** Place of the question that halted the walk; undefined when it reached an end. */
  readonly halted: number | undefined
  readonly ending: string | undefined
}

/** Bounded jumps already end every walk; this ends the ones whose bounds multiply. */
const MOST_VISITS = 5000

/**
 * The path rule: goes through the form along the answers that `visit` gives. Everything else about
 * a conversation is derived from this.
 */
export const walk = (
  form: CompiledForm,
  { hidden, visit }: { hidden?: Hidden | undefined; visit: Visit },
): Walk => {
  const values: { [ref: string]: AnswerValue | null | undefined } = {}
  for (const name in hidden) values[`hidden:${name}`] = hidden[name]
  const facts = { values, isOpen: true }
  const path: string[] = []
  const answers = new Map<string, AnswerValue>()
  const visits = new Map<string, number>()
  const taken = new Map<CompiledJump, number>()
  let calculations = form.calculate(facts)
  let ending: string | undefined
  let place = 0
  let halted: number | undefined
  while (path.length < MOST_VISITS) {
    const step = form.steps[place]
    if (!step) break
    if (step.isShown(facts) !== 1) {
      place++
      continue
    }
    const { question, ref, jumps } = step
    const count = visits.get(question.id) ?? 0
    visits.set(question.id, count + 1)
    path.push(question.id)
    const value = visit(question, count)
    if (value === undefined) {
      halted = place
      break
    }
    values[ref] = value
    if (value === null) answers.delete(question.id)
    else answers.set(question.id, value)
    calculations = form.calculate(facts)
    const jump = jumps.find((one) => (taken.get(one) ?? 0) < one.atMost && one.when(facts) === 1)
    if (jump) taken.set(jump, (taken.get(jump) ?? 0) + 1)
    ending = jump?.ending
    place = jump ? jump.to : place + 1
  }
  return { path, answers, calculations, facts, halted, ending }
}

/** The given answers of each question, in the order of its visits. */
export const entriesOf = ({ answers }: State): ReadonlyMap<string, readonly unknown[]> => {
  const entries = new Map<string, unknown[]>()
  for (const { questionId, value = null } of answers) {
    const of = entries.get(questionId)
    if (of) of.push(value)
    else entries.set(questionId, [value])
  }
  return entries
}
