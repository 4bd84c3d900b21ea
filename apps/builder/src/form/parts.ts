import type { AddressPart, ContactPart, Form, Question } from '@bantam/schema'
import { splitRef } from './name.ts'

/** What people call the parts of an answer that has several. */
export const partNames = {
  contact: {
    firstName: 'First name',
    lastName: 'Last name',
    email: 'Email',
    phone: 'Phone',
    company: 'Company',
  } satisfies Record<ContactPart, string>,
  address: {
    line1: 'Address',
    line2: 'Address, second line',
    city: 'City',
    region: 'State or region',
    postalCode: 'Postal code',
    country: 'Country',
  } satisfies Record<AddressPart, string>,
  company: { name: 'Name', domain: 'Website', size: 'Number of employees' },
} as const

/** The question that a reference such as `question:size` or `question:contact.email` names, and the part of it. */
export const questionAt = (
  form: Form,
  ref: string,
): { readonly question: Question; readonly part: string | undefined } | undefined => {
  const [source, name] = splitRef(ref)
  if (source !== 'question') return undefined
  const whole = form.questions.find(({ id }) => id === name)
  if (whole) return { question: whole, part: undefined }
  const question = form.questions.find(({ id }) => name.startsWith(`${id}.`))
  return question && { question, part: name.slice(question.id.length + 1) }
}

/** What a part is called: a row by its label, a place of a ranking by its number. */
export const partName = (question: Question, part: string): string => {
  if (question.kind === 'matrix')
    return question.rows.find(({ id }) => id === part)?.label ?? 'a removed row'
  if (question.kind === 'ranking') return `number ${part}`
  const names: { readonly [kind: string]: { readonly [part: string]: string } } = partNames
  return names[question.kind]?.[part] ?? part
}
