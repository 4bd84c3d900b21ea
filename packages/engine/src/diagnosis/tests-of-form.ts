import type { Condition, Form, Test } from '@bantam/schema'
import { testsOf } from '../condition/refs.ts'

/** A condition and where it stands, dotted. */
interface PlacedCondition {
  readonly path: string
  readonly condition: Condition
}

/** Every condition of a form's branches and calculations. */
export const conditionsOf = ({
  questions,
  calculations = [],
}: Form): readonly PlacedCondition[] => [
  ...questions.flatMap(({ showIf, jumps = [] }, at) => [
    ...(showIf ? [{ path: `questions.${at}.showIf`, condition: showIf }] : []),
    ...jumps.map(({ when }, index) => ({
      path: `questions.${at}.jumps.${index}.when`,
      condition: when,
    })),
  ]),
  ...calculations.flatMap(({ steps }, at) =>
    steps.flatMap(({ when }, index) =>
      when ? [{ path: `calculations.${at}.steps.${index}.when`, condition: when }] : [],
    ),
  ),
]

/** Every test of them. */
export const testsOfForm = (form: Form): readonly Test[] =>
  conditionsOf(form).flatMap(({ condition }) => testsOf(condition))
