import type {
  AddressPart,
  BantLetter,
  ContactPart,
  FileType,
  Question,
  QuestionKind,
  QuestionOf,
  Sensitivity,
} from '@bantam/schema'
import {
  type Checks,
  day,
  fieldName,
  flag,
  isObject,
  list,
  matching,
  number,
  oneOf,
} from './check.ts'
import { optional, partOf, positive, shape, text, webAddress, whole } from './check.ts'
import { condition } from './condition-check.ts'

type Common = Omit<QuestionOf<'yes-no'>, 'kind' | 'validation'>

export const id = text(1, 100)

const letters: Readonly<Record<BantLetter, true>> = {
  budget: true,
  authority: true,
  need: true,
  timeline: true,
}
const sensitivities: Readonly<Record<Sensitivity, true>> = {
  contact: true,
  company: true,
  role: true,
  need: true,
  timeline: true,
  budget: true,
}
const contactParts: Readonly<Record<ContactPart, true>> = {
  firstName: true,
  lastName: true,
  email: true,
  phone: true,
  company: true,
}
const addressParts: Readonly<Record<AddressPart, true>> = {
  line1: true,
  line2: true,
  city: true,
  region: true,
  postalCode: true,
  country: true,
}
const fileTypes: Readonly<Record<FileType, true>> = {
  pdf: true,
  image: true,
  document: true,
  spreadsheet: true,
  presentation: true,
  text: true,
}

const jump = shape({
  when: condition,
  to: matching(/^(question|ending):.+$/),
  atMost: optional(whole(1, 20)),
})

const common: Checks<Common> = {
  id,
  title: text(0, 2000),
  help: optional(text(0, 4000)),
  why: optional(text(0, 2000)),
  required: optional(flag),
  property: optional(fieldName),
  bant: optional(oneOf(letters)),
  sensitivity: optional(oneOf(sensitivities)),
  remember: optional(shape({ freshDays: positive })),
  ask: optional(oneOf({ always: true, 'when-unknown': true })),
  section: optional(shape({ title: text(0, 500), help: optional(text(0, 4000)) })),
  showIf: optional(condition),
  jumps: optional(list(jump)),
}

const choice = shape({ id, label: text(0, 500) })
const picture = shape({
  id,
  label: text(0, 500),
  image: optional(webAddress),
  alt: optional(text(0, 500)),
})

const choices = { choices: list(choice, { min: 1, max: 500 }), other: optional(flag) }
const placeholder = optional(text(0, 200))
const button = optional(text(0, 60))

const limits = {
  none: optional(shape({})),
  text: optional(
    shape({
      minLength: optional(whole(0)),
      maxLength: optional(whole(1)),
      pattern: optional(text(0, 500)),
      patternHint: optional(text(0, 500)),
    }),
  ),
  number: optional(
    shape({ min: optional(number), max: optional(number), integer: optional(flag) }),
  ),
  day: optional(shape({ min: optional(day), max: optional(day) })),
  selection: optional(shape({ min: optional(whole(0)), max: optional(whole(1)) })),
  business: optional(shape({ business: optional(flag) })),
  country: optional(shape({ country: optional(matching(/^[A-Z]{2}$/)) })),
  file: optional(
    shape({
      types: optional(list(oneOf(fileTypes), { min: 1 })),
      maxBytes: optional(whole(1, 25 * 1024 * 1024)),
    }),
  ),
}

/** What each part of a question may be, kind by kind: the schema's own rules, which the pen may not import. */
export const questionChecks: {
  readonly [K in QuestionKind]: Checks<Omit<QuestionOf<K>, 'kind'>>
} = {
  'short-text': { ...common, placeholder, validation: limits.text },
  'long-text': { ...common, placeholder, validation: limits.text },
  email: { ...common, placeholder, validation: limits.business },
  phone: { ...common, placeholder, validation: limits.country },
  website: { ...common, placeholder, validation: limits.none },
  number: { ...common, placeholder, unit: optional(text(0, 40)), validation: limits.number },
  'single-choice': { ...common, ...choices, validation: limits.none },
  'multiple-choice': { ...common, ...choices, validation: limits.selection },
  dropdown: { ...common, ...choices, placeholder, validation: limits.none },
  'picture-choice': {
    ...common,
    ...choices,
    choices: list(picture, { min: 1, max: 100 }),
    validation: limits.none,
  },
  'yes-no': { ...common, validation: limits.none },
  rating: { ...common, steps: optional(whole(2, 10)), validation: limits.none },
  scale: {
    ...common,
    from: optional(whole(0, 1)),
    to: optional(whole(2, 10)),
    labels: optional(shape({ low: optional(text(0, 100)), high: optional(text(0, 100)) })),
    validation: limits.none,
  },
  date: { ...common, validation: limits.day },
  ranking: {
    ...common,
    choices: list(choice, { min: 1, max: 50 }),
    validation: limits.selection,
  },
  matrix: {
    ...common,
    rows: list(choice, { min: 1, max: 50 }),
    choices: list(choice, { min: 1, max: 20 }),
    validation: limits.none,
  },
  contact: {
    ...common,
    parts: optional(list(oneOf(contactParts), { min: 1 })),
    requiredParts: optional(list(oneOf(contactParts))),
    validation: limits.business,
  },
  address: {
    ...common,
    parts: optional(list(oneOf(addressParts), { min: 1 })),
    requiredParts: optional(list(oneOf(addressParts))),
    validation: limits.none,
  },
  company: {
    ...common,
    parts: optional(list(oneOf({ name: true, domain: true, size: true }), { min: 1 })),
    validation: limits.none,
  },
  file: { ...common, validation: limits.file },
  consent: { ...common, purpose: optional(text(1, 100)), validation: limits.none },
  statement: {
    ...common,
    button,
    passes: optional((value) => value === true),
    validation: limits.none,
  },
  scheduling: { ...common, url: webAddress, button, validation: limits.none },
}

/** Whether the schema takes this question. */
export const isQuestion = (question: Question): boolean => {
  const { kind, ...parts } = question
  const isKind = typeof kind === 'string' && Object.hasOwn(questionChecks, kind)
  return isKind && isObject(parts) && shape(questionChecks[kind])(parts)
}

/** Whether a question of this kind may hold that part as it is. */
export const fits = (
  kind: QuestionKind,
  { name, value }: { name: string; value: unknown },
): boolean => {
  const check: unknown = partOf(questionChecks[kind], name)
  return typeof check === 'function' && check(value) === true
}
