import type { Condition, Test } from '@bantam/schema'
import type { Truth } from '../condition/facts.ts'

/** What a test comes to: a truth that is settled, or a test that still has to be made. */
export type Settle = (test: Test) => Truth | Test

/**
 * What is left of a condition once some of its tests are settled: whether it holds, or a smaller condition that holds
 * exactly when the whole one does. Unknown counts as what keeps the whole from holding: false, and true under a `not`.
 */
export const residueOf = (
  condition: Condition,
  settle: Settle,
  isPositive = true,
): boolean | Condition => {
  if ('all' in condition || 'any' in condition) {
    const settling = 'any' in condition
    const parts = 'all' in condition ? condition.all : condition.any
    const left: Condition[] = []
    for (const part of parts) {
      const residue = residueOf(part, settle, isPositive)
      if (residue === settling) return settling
      if (typeof residue !== 'boolean') left.push(residue)
    }
    if (left.length < 2) return left[0] ?? !settling
    return settling ? { any: left } : { all: left }
  }
  if ('not' in condition) {
    const residue = residueOf(condition.not, settle, !isPositive)
    return typeof residue === 'boolean' ? !residue : { not: residue }
  }
  const settled = settle(condition)
  return typeof settled === 'object' ? settled : settled < 0 ? !isPositive : settled === 1
}
