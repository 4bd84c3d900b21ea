import { valuesOf, type Calculated, type CompiledForm } from '@bantam/engine'
import type { AnswerValue } from '@bantam/schema'
import type { Said } from '@bantam/storage'

/** Values by the name that conditions and criteria ask for them. */
export interface Values {
  readonly [ref: string]: AnswerValue
}

/** What a submission says by ref, of what is stored of it and what its path calculated. */
export const valuesSaid = (
  form: CompiledForm,
  { answers, hidden }: Pick<Said, 'answers' | 'hidden'>,
  calculations: Calculated,
): Values => {
  const said = new Map<string, AnswerValue>()
  for (const { questionId, value } of answers) said.set(questionId, value)
  return valuesOf(form, { answers: said, hidden, calculations })
}
