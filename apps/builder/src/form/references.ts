import type { Condition, Form, Test } from '@bantam/schema'
import { questionAt } from './parts.ts'

/** Every test of a condition, however deep. */
export const testsOf = (condition: Condition): readonly Test[] => {
  if ('all' in condition) return condition.all.flatMap(testsOf)
  if ('any' in condition) return condition.any.flatMap(testsOf)
  return 'not' in condition ? testsOf(condition.not) : [condition]
}

/** Every test of a form's branches and calculations: what removing a question or choice could break. */
const testsOfForm = (form: Form): readonly Test[] =>
  [
    ...form.questions.flatMap(({ showIf, jumps }) => [showIf, ...(jumps ?? []).map((j) => j.when)]),
    ...(form.calculations ?? []).flatMap(({ steps }) => steps.map((step) => step.when)),
  ].flatMap((condition) => (condition ? testsOf(condition) : []))

/** The choices of a question that some branch or calculation compares with. */
export const choicesInUse = (form: Form, questionId: string): ReadonlySet<string> =>
  new Set(
    testsOfForm(form)
      .filter(({ ref }) => questionAt(form, ref)?.question.id === questionId)
      .flatMap(({ value }) => (value === undefined ? [] : [value].flat()))
      .filter((value) => typeof value === 'string'),
  )

/** The rows of a matrix that some branch or calculation tests. */
export const rowsInUse = (form: Form, questionId: string): ReadonlySet<string> =>
  new Set(
    testsOfForm(form).flatMap(({ ref }) => {
      const { question, part } = questionAt(form, ref) ?? {}
      return question?.id === questionId && part !== undefined ? [part] : []
    }),
  )
