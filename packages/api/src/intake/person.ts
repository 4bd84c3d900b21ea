import { partOf, type CompiledForm } from '@bantam/engine'
import type { AnswerValue } from '@bantam/schema'

/** The first address on the path: of an email question or within a contact. Empty when none was given. */
export const emailAmong = (
  form: CompiledForm,
  answers: ReadonlyMap<string, AnswerValue>,
): string => {
  for (const [questionId, value] of answers) {
    const kind = form.questions.get(questionId)?.kind
    const email = kind === 'email' ? text(value) : kind === 'contact' ? partOf(value, 'email') : ''
    if (email) return email
  }
  return ''
}

type Values = { readonly [ref: string]: AnswerValue }

export const nameOf = (values: Values): string =>
  text(values['property:name']) ||
  [text(values['property:firstName']), text(values['property:lastName'])].filter(Boolean).join(' ')

export const companyOf = (values: Values): string => {
  const company = values['property:company']
  return text(company) || (partOf(company, 'name') ?? '')
}

const text = (value: AnswerValue | undefined): string => (typeof value === 'string' ? value : '')
