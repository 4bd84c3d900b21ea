import type { Condition, Form, Question } from '@bantam/schema'
import { partsOf } from '../answer/parts.ts'
import { compileCondition } from '../condition/compile-condition.ts'
import type { Holds } from '../condition/facts.ts'
import { refsOf } from '../condition/refs.ts'
import { compileCalculations, type OpenCalculations } from './calculation.ts'

/** A jump's target: a place in the list of questions, or the ending it finishes on. */
export interface CompiledJump {
  readonly when: Holds
  readonly to: number
  readonly ending: string | undefined
  /** How often it may be taken; a jump back without a bound was left out. */
  readonly atMost: number
}

export interface Step {
  readonly question: Question
  readonly ref: string
  /** Where conditions read the parts of an answer; a question of the same id comes first. */
  readonly parts: readonly { readonly part: string; readonly ref: string }[]
  /** Where conditions read the lead property that its answer fills, if it names one. */
  readonly propertyRef: string
  readonly isShown: Holds
  /** Whether one of its conditions reads a calculation. */
  readonly isCalculated: boolean
  readonly jumps: readonly CompiledJump[]
}

/** A form prepared for many turns; keep and reuse. */
export interface CompiledForm {
  readonly form: Form
  readonly questions: ReadonlyMap<string, Question>
  readonly steps: readonly Step[]
  readonly stepOf: ReadonlyMap<string, Step>
  /** Opens the calculations of one conversation. */
  readonly calculating: OpenCalculations
}

/** Prepares a form's conditions. Jumps to nowhere and unbounded jumps back are as if absent. */
export const compileForm = (form: Form): CompiledForm => {
  const places = new Map(form.questions.map(({ id }, place) => [id, place]))
  const steps = form.questions.map((question, place): Step => ({
    question,
    ref: `question:${question.id}`,
    parts: partsOf(question).flatMap((part) =>
      places.has(`${question.id}.${part}`)
        ? []
        : [{ part, ref: `question:${question.id}.${part}` }],
    ),
    propertyRef: `property:${question.property}`,
    isShown: question.showIf ? compileCondition(question.showIf) : always,
    isCalculated: conditionsOf(question).flatMap(refsOf).some(isCalculation),
    jumps: jumpsOf(question, { place, places }),
  }))
  return {
    form,
    questions: new Map(form.questions.map((question) => [question.id, question])),
    steps,
    stepOf: new Map(steps.map((step) => [step.question.id, step])),
    calculating: compileCalculations(form.calculations ?? []),
  }
}

const always: Holds = () => 1

const conditionsOf = ({ showIf, jumps = [] }: Question): readonly Condition[] => [
  ...(showIf ? [showIf] : []),
  ...jumps.map(({ when }) => when),
]

const isCalculation = (ref: string) => ref.startsWith('calculation:')

const jumpsOf = (
  { jumps = [] }: Question,
  { place, places }: { place: number; places: ReadonlyMap<string, number> },
): readonly CompiledJump[] =>
  jumps.flatMap(({ when, to, atMost }) => {
    const id = to.slice(to.indexOf(':') + 1)
    if (to.startsWith('ending:')) return [jump(when, { to: Infinity, ending: id, atMost })]
    const target = places.get(id)
    if (target === undefined || (target <= place && atMost === undefined)) return []
    return [jump(when, { to: target, ending: undefined, atMost })]
  })

const jump = (
  when: Condition,
  {
    to,
    ending,
    atMost = Infinity,
  }: { to: number; ending: string | undefined; atMost?: number | undefined },
): CompiledJump => ({ when: compileCondition(when), to, ending, atMost })
