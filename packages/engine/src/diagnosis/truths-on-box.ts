import type { Condition, Test } from '@bantam/schema'
import type { Box } from './box.ts'
import type { OutcomesOf } from './layout.ts'

/** Sets of Kleene's values as bits that rise with the truth, so that `all` is the least and `any` the most. */
export const FALSE = 1
export const UNKNOWN = 2
export const TRUE = 4
export const EITHER = FALSE | UNKNOWN | TRUE

/** The truths that something may take on a box. */
export type TruthsOn<S> = (box: Box, seen: S) => number

/** Prepares a condition; its parts are taken as independent, which never loses a truth. `calculated` answers for calculations. */
export const truthsOnBox = <S>(
  condition: Condition,
  {
    outcomesOf,
    calculated,
  }: { outcomesOf: OutcomesOf; calculated: (test: Test) => (seen: S) => number },
): TruthsOn<S> => {
  const prepared = (part: Condition) => truthsOnBox(part, { outcomesOf, calculated })
  if ('not' in condition) {
    const bitsOf = prepared(condition.not)
    return (box, seen) => opposite(bitsOf(box, seen))
  }
  if ('all' in condition) {
    const parts = condition.all.map(prepared)
    return (box, seen) => parts.reduce((bits, part) => least(bits, part(box, seen)), TRUE)
  }
  if ('any' in condition) {
    const parts = condition.any.map(prepared)
    return (box, seen) => parts.reduce((bits, part) => most(bits, part(box, seen)), FALSE)
  }
  if (condition.ref.startsWith('calculation:')) {
    const bitsOf = calculated(condition)
    return (_, seen) => bitsOf(seen)
  }
  const outcomes = outcomesOf(condition)
  if (!outcomes) return () => EITHER
  const { slot, yes, no, unknown } = outcomes
  return (box) => {
    const mask = box[slot] as number
    return (mask & yes ? TRUE : 0) | (mask & no ? FALSE : 0) | (mask & unknown ? UNKNOWN : 0)
  }
}

const opposite = (bits: number) =>
  (bits & UNKNOWN) | (bits & TRUE ? FALSE : 0) | (bits & FALSE ? TRUE : 0)

/** What two sets of truths may come to together, looked up: sets are asked for millions of times. */
const table = (pick: (one: number, other: number) => number): readonly number[] =>
  Array.from({ length: 64 }, (_, at) => {
    let bits = 0
    for (const one of [FALSE, UNKNOWN, TRUE])
      for (const other of [FALSE, UNKNOWN, TRUE])
        if ((at >> 3) & one && at & other) bits |= pick(one, other)
    return bits
  })
const leastOf = table(Math.min)
const mostOf = table(Math.max)
const least = (one: number, other: number) => leastOf[(one << 3) | other] as number
const most = (one: number, other: number) => mostOf[(one << 3) | other] as number
