import type { Calculation, ConsentText, Ending, Form, Lane, Profiling } from '@bantam/schema'
import type { Theme, Touchpoint } from '@bantam/schema'
import { type Check, type Checks, dictionary, either, flag, isObject, list } from './check.ts'
import { matching, number, oneOf, optional, partOf, positive, shape, text } from './check.ts'
import { webAddress, whole } from './check.ts'
import { condition } from './condition-check.ts'
import { id } from './question-checks.ts'

const touchpoints: Readonly<Record<Touchpoint, true>> = {
  newsletter: true,
  download: true,
  webinar: true,
  demo: true,
  pricing: true,
  other: true,
}
const lanes: Readonly<Record<Lane, true>> = {
  sales: true,
  prospecting: true,
  nurture: true,
  disqualified: true,
}

const profiling: Checks<Profiling> = {
  budget: optional(whole(0, 1000)),
  stopWhenDecided: optional(flag),
  keepBantForSales: optional(flag),
  restDays: optional(positive),
}

const theme: Checks<Known<Theme>> = {
  accent: optional(matching(/^#([\da-f]{3}|[\da-f]{6})$/i)),
  mode: optional(oneOf({ light: true, dark: true, auto: true })),
  font: optional(oneOf({ host: true, system: true })),
  radius: optional(whole(0, 24)),
  density: optional(oneOf({ comfortable: true, compact: true })),
  face: optional(oneOf({ card: true, chat: true })),
}
type Known<T> = { [F in keyof T as string extends F ? never : F]: T[F] }

/** Names that mean nothing today may stand beside those that do. */
const themed: Check = (value) =>
  isObject(value) && Object.entries(theme).every(([name, check]) => check(partOf(value, name)))

/** What the parts of a form that are no lists may be. */
export const formChecks: Checks<
  Pick<Form, 'title' | 'language' | 'touchpoint' | 'profiling' | 'theme' | 'translations'>
> = {
  title: text(1, 300),
  language: text(2, 35),
  touchpoint: optional(oneOf(touchpoints)),
  profiling: optional(shape(profiling)),
  theme: optional(themed),
  translations: optional(dictionary(dictionary(text()))),
}

export const endingChecks: Checks<Ending> = {
  id,
  kind: oneOf({ message: true, redirect: true, booking: true, asset: true }),
  title: text(0, 2000),
  body: optional(text(0, 10_000)),
  url: optional(webAddress),
  for: optional(oneOf(lanes)),
}

const operand = either(number, text())

export const calculationChecks: Checks<Calculation> = {
  id,
  type: oneOf({ number: true, text: true }),
  start: operand,
  steps: list(
    shape({
      when: optional(condition),
      do: oneOf({ set: true, add: true, subtract: true, multiply: true, divide: true }),
      value: operand,
    }),
  ),
}

export const consentChecks: Checks<ConsentText> = {
  purpose: text(1, 100),
  text: text(0, 4000),
  textVersion: text(0, 100),
}
