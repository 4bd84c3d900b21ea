import type { Condition, Form, Question, Test } from '@bantam/schema'
import { propertiesOfKind } from '../answer/filled.ts'
import type { Possible } from '../condition/possible-truths.ts'
import { testsOf } from '../condition/refs.ts'
import type { CompiledForm } from '../conversation/compile-form.ts'
import { planOf, type Plan } from '../diagnosis/plan.ts'
import type { CompiledRouting } from '../routing/compile-routing.ts'
import type { CompiledModel } from '../scoring/compile-model.ts'
import { possibleAnswers } from './possible-answers.ts'

/** What the answers to a form decide, prepared for many conversations; keep and reuse. */
export interface Stakes {
  readonly form: CompiledForm
  readonly model: CompiledModel
  readonly routing: CompiledRouting
  readonly plan: Plan
  /** By question, what may be answered as far as anything here tells answers apart. */
  readonly answers: ReadonlyMap<string, Possible['values']>
  /** Whether the form's own way depends on hidden fields. */
  readonly isSteeredByHidden: boolean
  /** By property, the questions that may fill it. */
  readonly fillers: ReadonlyMap<string, readonly Question[]>
}

/** Prepares everything that the answers to a form decide. */
export const compileStakes = (given: Pick<Stakes, 'form' | 'model' | 'routing'>): Stakes => {
  const { form } = given.form
  const branches = branchesIn(form).flatMap(testsOf)
  const tests = [...branches, ...decisionsIn(given).flatMap(testsOf)]
  const byRef = new Map<string, Test[]>()
  for (const test of tests) byRef.set(test.ref, [...(byRef.get(test.ref) ?? []), test])
  const testsOn = ({ id, property }: Question) => [
    ...(byRef.get(`question:${id}`) ?? []),
    ...(byRef.get(`property:${property}`) ?? []),
  ]
  return {
    ...given,
    plan: planOf(form),
    isSteeredByHidden: (form.hidden ?? []).some((name) =>
      branches.some(({ ref }) => ref === `hidden:${name}`),
    ),
    answers: new Map(
      form.questions.map((question) => [question.id, possibleAnswers(question, testsOn(question))]),
    ),
    fillers: fillersOf(form),
  }
}

/** Every condition by which the form leads on and calculates. */
const branchesIn = ({ questions, calculations = [] }: Form): readonly Condition[] =>
  [
    ...questions.flatMap(({ showIf, jumps = [] }) => [showIf, ...jumps.map(whenOf)]),
    ...calculations.flatMap(({ steps }) => steps.map(whenOf)),
  ].filter((one) => one !== undefined)

/** Every condition of the model and the routing. */
const decisionsIn = ({
  model: { groups, model },
  routing: { routing },
}: Pick<Stakes, 'model' | 'routing'>): readonly Condition[] =>
  [
    ...groups.flatMap(({ criteria }) =>
      criteria.map((one) => (one.kind === 'explicit' ? one.criterion.when : undefined)),
    ),
    ...(model.exclusions ?? []).map(whenOf),
    ...routing.rules.map(whenOf),
    ...routing.policies.map(whenOf),
  ].filter((one) => one !== undefined)

const whenOf = ({ when }: { readonly when?: Condition | undefined }) => when

const fillersOf = ({ questions }: Form): Stakes['fillers'] => {
  const fillers = new Map<string, Question[]>()
  for (const question of questions) {
    const named = question.property === undefined ? [] : [question.property]
    for (const property of new Set([...named, ...propertiesOfKind(question.kind)]))
      fillers.set(property, [...(fillers.get(property) ?? []), question])
  }
  return fillers
}
