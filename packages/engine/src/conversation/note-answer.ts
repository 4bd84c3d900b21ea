import type { AnswerValue, Form, Hidden } from '@bantam/schema'
import { comparable, partOf } from '../answer/parts.ts'
import type { Step } from './compile-form.ts'

type Values = { [ref: string]: AnswerValue | null | undefined }

/**
 * Writes what a visit answered to where conditions read it: `question:ID` and, for an answer of
 * parts, `question:ID.PART`. `null` says known to be unanswered.
 */
export const noteAnswer = (
  values: Values,
  { question, ref, parts }: Pick<Step, 'question' | 'ref' | 'parts'>,
  value: AnswerValue | null,
): void => {
  values[ref] = value === null ? null : comparable(question, value)
  for (const one of parts) values[one.ref] = partOf(value, one.part) ?? null
}

/** Writes the hidden fields that the form names as `hidden:NAME`; a page may send any others in vain. */
export const noteHidden = (
  values: Values,
  {
    form,
    hidden = {},
  }: { readonly form: Pick<Form, 'hidden'>; readonly hidden?: Hidden | undefined },
): void => {
  for (const name of form.hidden ?? [])
    if (Object.hasOwn(hidden, name)) values[`hidden:${name}`] = hidden[name]
}
