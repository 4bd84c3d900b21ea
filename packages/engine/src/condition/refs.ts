import type { Condition, Test } from '@bantam/schema'
import { asKey } from './facts.ts'

/** Every test of a condition, in reading order. */
export const testsOf = (condition: Condition): readonly Test[] => {
  if ('all' in condition) return condition.all.flatMap(testsOf)
  if ('any' in condition) return condition.any.flatMap(testsOf)
  return 'not' in condition ? testsOf(condition.not) : [condition]
}

/** Every ref that a condition reads, once. */
export const refsOf = (condition: Condition): readonly string[] => [
  ...new Set(testsOf(condition).map(({ ref }) => asKey(ref))),
]
