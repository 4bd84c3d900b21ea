import type { Condition, Test } from '@bantam/schema'
import { compileCondition } from '../condition/compile-condition.ts'
import { isList } from '../condition/comparison.ts'
import type { Holds, LeadFacts } from '../condition/facts.ts'
import { refsOf, testsOf } from '../condition/refs.ts'

/** A part of a condition that reads one ref and can be looked up; `bit` stands for it in marks. */
export interface Watch {
  readonly ref: string
  readonly bit: number
  readonly condition: Condition
  readonly holds: Holds
}

/** Sets of marks, any of which makes a condition hold. */
export type Masks = readonly number[]

/** What conditions of a model are evaluated on: the marks say which watches hold. */
export interface Seen {
  readonly facts: LeadFacts
  readonly now: number
  readonly marks: number
}

/** A condition of a model and, where it is made of watches, the marks that tell of it. */
export interface Marked {
  readonly holds: Holds
  readonly masks: Masks | undefined
}

/** Whether a condition holds: told by the marks where it is made of watches, else evaluated. */
export const isHeld = (one: Marked, seen: Seen): boolean => {
  const { masks } = one
  if (!masks) return one.holds(seen.facts, seen.now) === 1
  const { marks } = seen
  for (let at = 0; at < masks.length; at++) {
    const mask = masks[at] as number
    if ((marks & mask) === mask) return true
  }
  return false
}

/** Bits that a bitwise number has without its sign. */
const MOST_WATCHES = 31
const MOST_MASKS = 8

/** Collects the watches of a model's conditions while it is compiled. */
export const createWatches = (): {
  readonly watches: readonly Watch[]
  /** The masks of a condition; undefined when it is not made of watches, or of too many. */
  masksOf(condition: Condition): Masks | undefined
} => {
  const watches: Watch[] = []
  const bits = new Map<string, number>()

  const bitOf = (condition: Condition, ref: string): number | undefined => {
    const key = JSON.stringify(condition)
    const known = bits.get(key)
    if (known !== undefined || watches.length === MOST_WATCHES) return known
    const bit = 1 << watches.length
    bits.set(key, bit)
    watches.push({ ref, bit, condition, holds: compileCondition(condition) })
    return bit
  }

  const masksOf = (condition: Condition): Masks | undefined => {
    const [ref, ...others] = refsOf(condition)
    if (ref !== undefined && !others.length) {
      const bit = testsOf(condition).every(isTabular) ? bitOf(condition, ref) : undefined
      return bit === undefined ? undefined : [bit]
    }
    if ('any' in condition)
      return joined(condition.any.map(masksOf), (all, one) => [...all, ...one])
    if ('all' in condition)
      return joined(
        condition.all.map(masksOf),
        (all, one) => all.flatMap((mask) => one.map((other) => mask | other)),
        [0],
      )
    return undefined
  }
  return { watches, masksOf }
}

const joined = (
  parts: readonly (Masks | undefined)[],
  join: (all: Masks, one: Masks) => Masks,
  start: Masks = [],
): Masks | undefined => {
  let all = start
  for (const part of parts) {
    if (!part) return undefined
    all = join(all, part)
  }
  return all.length > MOST_MASKS ? undefined : all
}

const equalities: ReadonlySet<string> = new Set([
  'is',
  'is-not',
  'is-any-of',
  'is-none-of',
  'is-answered',
  'is-not-answered',
])
const inclusions: ReadonlySet<string> = new Set(['contains', 'does-not-contain'])
const orders: ReadonlySet<string> = new Set([
  'greater-than',
  'at-least',
  'less-than',
  'at-most',
  'between',
])

export const isEquality = ({ op }: Test): boolean => equalities.has(op)
export const isInclusion = ({ op }: Test): boolean => inclusions.has(op)
const isNumber = (value: unknown) => typeof value === 'number'
const isOrder = ({ op, value }: Test) =>
  orders.has(op) && (isList(value) ? value.every(isNumber) : isNumber(value))

/** Whether the value of the test's ref decides it alone, in few enough ways to look them up. */
export const isTabular = (test: Test): boolean =>
  !test.ref.startsWith('signal:') && (isEquality(test) || isInclusion(test) || isOrder(test))
