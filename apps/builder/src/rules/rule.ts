import type { Condition, Test } from '@bantam/schema'
import { canShow } from './comparisons.ts'
import type { Subject } from './subjects.ts'

/** A condition that is one list of tests: what the fields can show. Without tests it always holds. */
export interface Rule {
  readonly by: 'all' | 'any'
  readonly tests: readonly Test[]
}

/** The condition as one list; undefined when it is more than that, and then it stays as it is written. */
export const ruleOf = (condition: Condition, subjects: readonly Subject[]): Rule | undefined => {
  const list = listOf(condition)
  const isShown = list?.tests.every((test) => {
    const subject = subjects.find(({ ref }) => ref === test.ref)
    return subject !== undefined && canShow(test, subject)
  })
  return isShown ? list : undefined
}

export const conditionOf = ({ by, tests }: Rule): Condition => {
  const [first, second] = tests
  if (first && !second) return first
  return by === 'all' ? { all: [...tests] } : { any: [...tests] }
}

const listOf = (condition: Condition): Rule | undefined => {
  if ('not' in condition) return undefined
  if ('ref' in condition) return { by: 'all', tests: [condition] }
  const by = 'all' in condition ? 'all' : 'any'
  const parts = 'all' in condition ? condition.all : condition.any
  const tests = parts.filter((part): part is Test => 'ref' in part)
  if (tests.length < parts.length || (by === 'any' && tests.length === 0)) return undefined
  return { by, tests }
}
