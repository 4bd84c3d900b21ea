import type { Operator } from '@bantam/schema'
import { type Check, either, flag, isObject, list, matching, number, oneOf } from './check.ts'
import { optional, partOf, positive, shape, text } from './check.ts'

/** Levels of a condition: as many as a request may nest, wherever in the form it stands. */
const deepest = 12

/** A condition that a form may hold. */
export const condition: Check = (value) => isCondition(value, deepest)

const isCondition = (value: unknown, depth: number): boolean => {
  if (!isObject(value) || depth === 0) return false
  const beneath: Check = (part) => isCondition(part, depth - 1)
  const form = (['all', 'any', 'not'] as const).find((name) => partOf(value, name) !== undefined)
  if (form === undefined) return test(value)
  return shape({ [form]: form === 'not' ? beneath : list(beneath) })(value)
}

const operators: Readonly<Record<Operator, true>> = {
  is: true,
  'is-not': true,
  'is-any-of': true,
  'is-none-of': true,
  contains: true,
  'does-not-contain': true,
  'starts-with': true,
  'ends-with': true,
  'greater-than': true,
  'at-least': true,
  'less-than': true,
  'at-most': true,
  between: true,
  before: true,
  after: true,
  'is-answered': true,
  'is-not-answered': true,
  'in-list': true,
}

const scalar = either(text(), number)

const test = shape({
  ref: matching(/^(question|hidden|calculation|property|signal|account):.+$/),
  op: oneOf(operators),
  value: optional(either(either(scalar, flag), list(scalar))),
  within: optional(positive),
})
