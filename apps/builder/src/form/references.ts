import type { Condition, Form, Test } from '@bantam/schema'

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
      .filter(({ ref }) => ref === `question:${questionId}`)
      .flatMap(({ value }) => (value === undefined ? [] : [value].flat()))
      .filter((value) => typeof value === 'string'),
  )

/** How many branches and calculations name the question, as what they test or as where they lead. */
export const usesOf = (form: Form, questionId: string): number =>
  testsOfForm(form).filter(({ ref }) => ref === `question:${questionId}`).length +
  form.questions
    .flatMap(({ jumps }) => jumps ?? [])
    .filter(({ to }) => to === `question:${questionId}`).length
