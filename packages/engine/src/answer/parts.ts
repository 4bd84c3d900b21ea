import type {
  AddressPart,
  AnswerValue,
  ContactPart,
  Question,
  QuestionKind,
  QuestionOf,
} from '@bantam/schema'

export const contactParts: readonly ContactPart[] = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'company',
]
export const addressParts: readonly AddressPart[] = [
  'line1',
  'line2',
  'city',
  'region',
  'postalCode',
  'country',
]

/** What refusals call a part. */
export const partLabels: { readonly [P in ContactPart | AddressPart]: string } = {
  firstName: 'First name',
  lastName: 'Last name',
  email: 'Email',
  phone: 'Phone',
  company: 'Company',
  line1: 'Address',
  line2: 'Address, second line',
  city: 'City',
  region: 'State or region',
  postalCode: 'Postal code',
  country: 'Country',
}

/**
 * The parts of an answer that conditions read as `question:ID.PART` and recall as
 * `{{question.ID.PART}}`: what a contact, an address and a company are made of, the rows of a
 * matrix, and the places of a ranking, counted from 1.
 */
export const partsOf = (question: Question): readonly string[] =>
  (parts[question.kind] as ((question: Question) => readonly string[]) | undefined)?.(question) ??
  []

/** What an accepted answer holds for a part; undefined where it was left blank. */
export const partOf = (value: AnswerValue | null | undefined, part: string): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const key = Array.isArray(value) ? `${Number(part) - 1}` : part
  const held: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
  return typeof held === 'string' ? held : undefined
}

/**
 * An answer as conditions compare it as a whole: a contact, an address and a matrix stand for the
 * list of what their parts hold, so that `contains` asks whether one of them is the operand.
 */
export const comparable = (question: Question, value: AnswerValue): AnswerValue =>
  isBlock[question.kind] && typeof value === 'object' && !Array.isArray(value)
    ? [...new Set(Object.values(value))]
    : value

const isBlock: { readonly [K in QuestionKind]?: true } = {
  contact: true,
  address: true,
  matrix: true,
}

const parts: { readonly [K in QuestionKind]?: (question: QuestionOf<K>) => readonly string[] } = {
  contact: ({ parts: asked = contactParts }) => asked,
  address: ({ parts: asked = addressParts }) => asked,
  company: () => ['name', 'domain', 'size'],
  matrix: ({ rows }) => rows.map(({ id }) => id),
  ranking: ({ choices }) => choices.map((_, place) => `${place + 1}`),
}
