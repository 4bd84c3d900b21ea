import type { Condition, Test } from '@bantam/schema'
import { comparisons, isOpposite, opposites } from './comparison.ts'
import { asKey, isPresent, type Facts, type Holds, type Truth } from './facts.ts'
import { compileInList } from './in-list.ts'

/**
 * Prepares a condition for many evaluations. Unanswered is unknown for every comparison (never
 * "no") and known for is-answered and is-not-answered; a test whose operand makes no sense stays
 * unknown. Branching reads unknown as false: `holds(facts) === 1`.
 */
export const compileCondition = (condition: Condition): Holds => {
  if ('all' in condition) return decided(condition.all.map(compileCondition), 0)
  if ('any' in condition) return decided(condition.any.map(compileCondition), 1)
  if ('not' in condition) {
    const holds = compileCondition(condition.not)
    return (facts, now) => opposite[holds(facts, now) + 1] as Truth
  }
  return compileTest(condition)
}

const opposite: readonly Truth[] = [-1, 1, 0]

/** `all` is settled by its first 0, `any` by its first 1; else one unknown makes it unknown. */
const decided = (parts: readonly Holds[], settling: 0 | 1): Holds => {
  const otherwise = settling ? 0 : 1
  return (facts, now) => {
    let truth: Truth = otherwise
    for (const holds of parts) {
      const part = holds(facts, now)
      if (part === settling) return settling
      if (part < 0) truth = -1
    }
    return truth
  }
}

const compileTest = ({ ref: written, op, value: operand, within }: Test): Holds => {
  const ref = asKey(written)
  const isSignal = ref.startsWith('signal:')
  const isQuestion = ref.startsWith('question:')
  const name = ref.slice(7)
  const valueOf = (facts: Facts, now: number) =>
    isSignal ? signalCount(facts, { name, within, now }) : facts.values[ref]

  if (op === 'is-answered' || op === 'is-not-answered') {
    const [yes, no]: readonly [Truth, Truth] = op === 'is-answered' ? [1, 0] : [0, 1]
    return (facts, now = Infinity) => {
      const value = valueOf(facts, now)
      if (isPresent(value)) return value === 0 && isSignal ? no : yes
      return value === undefined && (isSignal || (isQuestion && facts.isOpen)) ? -1 : no
    }
  }
  if (op === 'in-list') {
    const isListed = compileInList(operand)
    return (facts, now = Infinity) => {
      const value = valueOf(facts, now)
      return isPresent(value) ? isListed(value, facts) : -1
    }
  }
  const isExpected = !isOpposite(op)
  const compare = comparisons[isOpposite(op) ? opposites[op] : op]
  const predicate = operand === undefined ? undefined : compare(operand)
  if (!predicate) return () => -1
  if (isSignal)
    return (facts, now = Infinity) => {
      const count = signalCount(facts, { name, within, now })
      return count === undefined ? -1 : predicate(count) === isExpected ? 1 : 0
    }
  return (facts) => {
    const value = facts.values[ref]
    return isPresent(value) ? (predicate(value) === isExpected ? 1 : 0) : -1
  }
}

const DAY = 86_400_000

/** Signals of a name that were seen up to `now`, in the last `within` days when given. */
const signalCount = (
  { signals }: Facts,
  { name, within, now }: { name: string; within: number | undefined; now: number },
): number | undefined => {
  const since = within === undefined ? -Infinity : now - within * DAY
  return signals?.filter((signal) => signal.name === name && signal.at <= now && signal.at >= since)
    .length
}
