import type { AnswerValue, Condition, Test } from '@bantam/schema'
import { compileCondition } from './compile-condition.ts'
import { isPresent, type Facts, type Holds, type Truth } from './facts.ts'
import { refsOf } from './refs.ts'

/** What a ref may still turn out to be. `any` is every present value. */
export interface Possible {
  readonly mayBeUnanswered: boolean
  readonly values: 'any' | readonly AnswerValue[]
  /** Refs of one source always hold the same: a question and the property that it alone fills. */
  readonly source?: string | undefined
}

/** Some present value, nobody knows which. */
export const anything = Symbol('anything')
/** One way a ref may turn out; `undefined` and `null` are unanswered. */
export type State = AnswerValue | null | undefined | typeof anything

/** The states of refs that are still open; a ref that is absent is settled by the facts. */
export type OpenRefs = ReadonlyMap<string, readonly State[]>

export const statesOf = ({ mayBeUnanswered, values }: Possible): readonly State[] => {
  const present: readonly State[] = values === 'any' ? [anything] : values.filter(isPresent)
  return mayBeUnanswered || !present.length ? [undefined, ...present] : present
}

/** The open ones of the refs that a condition reads. */
export const openRefs = (
  condition: Condition,
  possible: (ref: string) => Possible | undefined,
): OpenRefs => {
  const open = new Map<string, readonly State[]>()
  for (const ref of prepared(condition).refs) {
    const found = possible(ref)
    if (found) open.set(ref, statesOf(found))
  }
  return open
}

/** Truths that a condition may take. Never fewer than the truth, at times more. */
export interface Truths {
  readonly mayHold: boolean
  /** Whether it may be false or unknown. */
  readonly mayFail: boolean
}

/** A set of Kleene's values as bits, from the least to the most true. */
const FALSE = 1
const UNKNOWN = 2
const TRUE = 4
type Bits = number
const bitOf: { readonly [T in Truth]: Bits } = { 0: FALSE, [-1]: UNKNOWN, 1: TRUE }

export interface Outlook {
  readonly facts: Facts
  readonly open: OpenRefs
  readonly now?: number | undefined
}

/** What a condition may still come to when each open ref takes each of its states. */
export const possibleTruths = (condition: Condition, outlook: Outlook): Truths => {
  const bits = bitsOf(condition, outlook)
  return { mayHold: (bits & TRUE) !== 0, mayFail: (bits & (FALSE | UNKNOWN)) !== 0 }
}

const bitsOf = (condition: Condition, outlook: Outlook): Bits => {
  const { facts, open, now } = outlook
  const { holds, refs } = prepared(condition)
  const [ref, ...others] = refs.filter((one) => open.has(one))
  if (ref === undefined) return bitOf[holds(facts, now)]
  const states = open.get(ref) ?? []
  if (others.length || states.includes(anything)) return bitsOfParts(condition, outlook)
  const values = { ...facts.values }
  let bits = 0
  for (const state of states) {
    if (state !== anything) values[ref] = state
    bits |= bitOf[holds({ ...facts, values }, now)]
  }
  return bits
}

/** The parts of a condition are taken as independent of each other, which never loses a truth. */
const bitsOfParts = (condition: Condition, outlook: Outlook): Bits => {
  if ('all' in condition)
    return condition.all.reduce((all, one) => join(all, bitsOf(one, outlook), lesser), TRUE)
  if ('any' in condition)
    return condition.any.reduce((any, one) => join(any, bitsOf(one, outlook), greater), FALSE)
  if ('not' in condition) {
    const bits = bitsOf(condition.not, outlook)
    return (bits & UNKNOWN) | (bits & TRUE ? FALSE : 0) | (bits & FALSE ? TRUE : 0)
  }
  return bitsOfTest(condition, outlook)
}

const bitsOfTest = (test: Test, outlook: Outlook): Bits => {
  const { facts, open, now } = outlook
  const holds = holdsOf(test)
  const states = open.get(test.ref) ?? []
  let bits = 0
  for (const state of states) {
    const value = state === anything ? anyText : state
    const truth = holds({ ...facts, values: { ...facts.values, [test.ref]: value } }, now)
    // A test that means nothing stays unknown for every value; answered is answered, whatever it is.
    const isTold = state !== anything || truth < 0 || isAboutPresence(test)
    bits |= isTold ? bitOf[truth] : TRUE | FALSE
  }
  return bits
}

const anyText = 'any'
const isAboutPresence = ({ op, ref }: Test) =>
  (op === 'is-answered' || op === 'is-not-answered') && !ref.startsWith('signal:')

const lesser = (one: Bits, other: Bits): Bits => Math.min(one, other)
const greater = (one: Bits, other: Bits): Bits => Math.max(one, other)

const join = (some: Bits, others: Bits, pick: (one: Bits, other: Bits) => Bits): Bits => {
  let bits = 0
  for (const one of [FALSE, UNKNOWN, TRUE])
    for (const other of [FALSE, UNKNOWN, TRUE])
      if (some & one && others & other) bits |= pick(one, other)
  return bits
}

/** The same as `compileCondition`, remembered for as long as the condition's document is. */
export const holdsOf = (condition: Condition): Holds => prepared(condition).holds

interface Prepared {
  readonly holds: Holds
  readonly refs: readonly string[]
}

/** Conditions are documents that nobody changes: each is prepared once. */
const known = new WeakMap<Condition, Prepared>()
const prepared = (condition: Condition): Prepared => {
  const found = known.get(condition)
  if (found) return found
  const made = { holds: compileCondition(condition), refs: refsOf(condition) }
  known.set(condition, made)
  return made
}
