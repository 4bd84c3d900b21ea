import { valuesOf, type CompiledForm } from '@bantam/engine'
import type { AnswerValue } from '@bantam/schema'
import type { Said } from '@bantam/storage'

/** Values by the name that conditions and criteria ask for them. */
export interface Values {
  readonly [ref: string]: AnswerValue
}

/** What a submission says by ref, worked out of what was stored of it. */
export const valuesSaid = (
  form: CompiledForm,
  { answers, hidden }: Pick<Said, 'answers' | 'hidden'>,
): Values => {
  const said = new Map<string, AnswerValue>()
  for (const { questionId, value } of answers) said.set(questionId, value)
  return valuesOfAnswers(form, said, hidden)
}

/** The same of answers that are at hand; calculations are made of these alone. */
export const valuesOfAnswers = (
  form: CompiledForm,
  answers: ReadonlyMap<string, AnswerValue>,
  hidden: Said['hidden'],
): Values => {
  const said = valuesOf(form, { answers, hidden })
  const calculations = form.calculating({ values: { ...said } }).settle()
  return valuesOf(form, { answers, hidden, calculations })
}
