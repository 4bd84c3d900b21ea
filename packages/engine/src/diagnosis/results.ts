import type { Calculation, Test } from '@bantam/schema'
import { asKey } from '../condition/facts.ts'
import { holdsOf } from '../condition/possible-truths.ts'
import { after } from '../conversation/calculation.ts'
import { EITHER, FALSE, TRUE, UNKNOWN } from './truths-on-box.ts'

/** What a calculation may have come to: single values while they are few, then all numbers between two, then anything. */
export type Result =
  | { readonly values: readonly (number | string)[] }
  | { readonly low: number; readonly high: number }
  | undefined

/** By the id of the calculation. */
export type Results = ReadonlyMap<string, Result>

type Step = Calculation['steps'][number]

const MOST_VALUES = 12

/** The result after a step that is due, or that only may be. */
export const stepped = (
  result: Result,
  { step, isSure }: { step: Step; isSure: boolean },
): Result => {
  if (!result) return undefined
  if ('values' in result) {
    const changed = result.values.map((value) => after(value, step))
    const values = isSure ? changed : [...new Set([...result.values, ...changed])]
    return values.length > MOST_VALUES ? rangeOf(values) : { values }
  }
  const { low, high } = result
  if (![low, high, step.value].every(isModerate)) return undefined
  const ends = [after(low, step), after(high, step)]
  return rangeOf(isSure ? ends : [low, high, ...ends])
}

const rangeOf = (values: readonly (number | string)[]): Result => {
  const numbers = values.filter((value) => typeof value === 'number')
  if (numbers.length < values.length) return undefined
  return { low: Math.min(...numbers), high: Math.max(...numbers) }
}

/** Far from where one operation more would leave the finite numbers, in which case a step does nothing. */
const isModerate = (value: number | string) =>
  typeof value === 'number' &&
  (value === 0 || (Math.abs(value) < 1e150 && Math.abs(value) > 1e-150))

/** What a test of a calculation may say, going by what that may have come to. */
export const bitsOfResults = (test: Test): ((results: Results) => number) => {
  const known = prepared.get(test) ?? prepare(test)
  prepared.set(test, known)
  return known
}

/** Tests are documents that nobody changes: each is prepared once. */
const prepared = new WeakMap<Test, (results: Results) => number>()

const prepare = (test: Test): ((results: Results) => number) => {
  const holds = holdsOf(test)
  const ref = asKey(test.ref)
  const id = idOf(test)
  const told = new Map<number | string | undefined, number>()
  const bitOf = (value: number | string | undefined): number => {
    const known = told.get(value)
    if (known !== undefined) return known
    const truth = holds({ values: { [ref]: value }, isOpen: true })
    const bit = truth < 0 ? UNKNOWN : truth ? TRUE : FALSE
    told.set(value, bit)
    return bit
  }
  return (results) => {
    if (!results.has(id)) return bitOf(undefined)
    const result = results.get(id)
    if (!result) return EITHER
    if ('values' in result) return result.values.reduce((bits: number, one) => bits | bitOf(one), 0)
    const ends = bitOf(result.low) | bitOf(result.high)
    return isRising.has(test.op) || ends === UNKNOWN ? ends : TRUE | FALSE
  }
}

/** Operators that change their mind at most once as a number grows. */
const isRising: ReadonlySet<Test['op']> = new Set([
  'greater-than',
  'at-least',
  'less-than',
  'at-most',
  'is-answered',
  'is-not-answered',
])

export const idOf = ({ ref }: Pick<Test, 'ref'>): string => ref.slice('calculation:'.length)
