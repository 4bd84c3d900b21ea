import type { Condition, Test } from '@bantam/schema'

/** The condition that always holds. */
export const always: Condition = { all: [] }
/** The condition that never holds. */
export const never: Condition = { any: [] }

export const isAlways = (condition: Condition): boolean =>
  'all' in condition && condition.all.length === 0
export const isNever = (condition: Condition): boolean =>
  'any' in condition && condition.any.length === 0

/** All of them, written as short as it goes. */
export const allOf = (conditions: readonly Condition[]): Condition => {
  if (conditions.some(isNever)) return never
  const parts = distinct(conditions.flatMap((one) => ('all' in one ? one.all : [one])))
  return parts.length === 1 && parts[0] ? parts[0] : { all: parts }
}

/** Any of them, written as short as it goes. */
export const anyOf = (conditions: readonly Condition[]): Condition => {
  if (conditions.some(isAlways)) return always
  const parts = distinct(conditions.flatMap((one) => ('any' in one ? one.any : [one])))
  return parts.length === 1 && parts[0] ? parts[0] : { any: parts }
}

const distinct = (conditions: readonly Condition[]): Condition[] => [
  ...new Map(conditions.map((one) => [JSON.stringify(one), one])).values(),
]

/** The opposite for an answer that is there; without one both are unknown. */
export const opposite = (condition: Condition): Condition => {
  if ('not' in condition) return condition.not
  if ('all' in condition) return anyOf(condition.all.map(opposite))
  if ('any' in condition) return allOf(condition.any.map(opposite))
  const op = opposites[condition.op]
  return op ? { ...condition, op } : { not: condition }
}

const opposites: { readonly [op in Test['op']]?: Test['op'] } = {
  is: 'is-not',
  'is-not': 'is',
  'is-any-of': 'is-none-of',
  'is-none-of': 'is-any-of',
  contains: 'does-not-contain',
  'does-not-contain': 'contains',
  'is-answered': 'is-not-answered',
  'is-not-answered': 'is-answered',
}

/** How many tests a condition holds. */
export const sizeOf = (condition: Condition): number => {
  if ('all' in condition) return condition.all.reduce((sum, one) => sum + sizeOf(one), 0)
  if ('any' in condition) return condition.any.reduce((sum, one) => sum + sizeOf(one), 0)
  return 'not' in condition ? sizeOf(condition.not) : 1
}
