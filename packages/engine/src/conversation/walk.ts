import type { AnswerValue, Hidden, Question } from '@bantam/schema'
import type { Facts } from '../condition/facts.ts'
import type { Calculated } from './calculation.ts'
import type { CompiledForm, CompiledJump } from './compile-form.ts'
import { noteAnswer, noteHidden } from './note-answer.ts'

/** All there is of a conversation. `value: null` is a skipped optional question. */
export interface State {
  readonly answers: readonly { readonly questionId: string; readonly value?: unknown }[]
  readonly hidden?: Hidden | undefined
  /** Answers of earlier conversations, by question: nobody is asked for them again, and an answer given now comes first. */
  readonly known?: ReadonlyMap<string, AnswerValue> | undefined
  /** Questions that are not asked: unanswered unless they were answered all the same. */
  readonly skip?: ReadonlySet<string> | undefined
}

/** The answer of a visit: a value, null for none, undefined to halt and ask. */
export type Visit = (question: Question, visit: number) => AnswerValue | null | undefined

export interface Walk {
  /** Questions in the order they were visited, the one that halted the walk included; none that passes unseen. */
  readonly path: string[]
  readonly answers: Map<string, AnswerValue>
  readonly calculations: Calculated
  readonly facts: Facts
  /** Place of the question that halted the walk; undefined when it reached an end. */
  readonly halted: number | undefined
  readonly ending: string | undefined
}

/** Bounded jumps already end every walk; this ends the ones whose bounds multiply. */
export const MOST_VISITS = 5000

/**
 * The path rule: goes through the form along the answers that `visit` gives. Everything else about
 * a conversation is derived from this.
 */
export const walk = (
  form: CompiledForm,
  { hidden, visit }: { hidden?: Hidden | undefined; visit: Visit },
): Walk => {
  const values: { [ref: string]: AnswerValue | null | undefined } = {}
  noteHidden(values, { form: form.form, hidden })
  const facts = { values, isOpen: true }
  const calculating = form.calculating(facts)
  const path: string[] = []
  const answers = new Map<string, AnswerValue>()
  const visits = new Map<string, number>()
  const taken = new Map<CompiledJump, number>()
  let ending: string | undefined
  let place = 0
  let halted: number | undefined
  for (let visited = 0; visited < MOST_VISITS;) {
    const step = form.steps[place]
    if (!step) break
    if (step.isCalculated) calculating.settle()
    if (step.isShown(facts) !== 1) {
      place++
      continue
    }
    visited++
    const { question, ref, parts, jumps } = step
    if (passesUnseen(question)) values[ref] = true
    else {
      const count = visits.get(question.id) ?? 0
      visits.set(question.id, count + 1)
      path.push(question.id)
      const value = visit(question, count)
      if (value === undefined) {
        halted = place
        break
      }
      noteAnswer(values, step, value)
      if (value === null) answers.delete(question.id)
      else answers.set(question.id, value)
    }
    calculating.changed(ref)
    for (const part of parts) calculating.changed(part.ref)
    if (step.isCalculated) calculating.settle()
    const jump = jumps.find((one) => (taken.get(one) ?? 0) < one.atMost && one.when(facts) === 1)
    if (jump) taken.set(jump, (taken.get(jump) ?? 0) + 1)
    ending = jump?.ending
    place = jump ? jump.to : place + 1
  }
  return { path, answers, calculations: calculating.settle(), facts, halted, ending }
}

/** Whether a conversation goes through a question without showing it. */
export const passesUnseen = (question: Question): boolean =>
  question.kind === 'statement' && question.passes === true

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
