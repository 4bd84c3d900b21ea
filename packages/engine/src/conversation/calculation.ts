import type { AnswerValue, Calculation } from '@bantam/schema'
import { compileCondition } from '../condition/compile-condition.ts'
import type { Facts, Holds } from '../condition/facts.ts'
import { numberOf } from '../condition/comparison.ts'
import { refsOf } from '../condition/refs.ts'

export type Calculated = Record<string, number | string>

/** What calculations read, and where they write their results for conditions to read. */
export interface CalculationFacts extends Facts {
  readonly values: { [ref: string]: AnswerValue | null | undefined }
}

/**
 * The calculations of one conversation. Each folds its steps over the facts; results are worked out
 * when they are asked for, and only as far as something they read has changed.
 */
export interface Calculating {
  /** Says that `ref` holds something else now. */
  changed(ref: string): void
  /** Brings every result up to date and writes it among the values. */
  settle(): Calculated
}

export type OpenCalculations = (facts: CalculationFacts) => Calculating

/** Prepares calculations for many conversations. A calculation that reads itself or a later one reads its start. */
export const compileCalculations = (calculations: readonly Calculation[]): OpenCalculations => {
  if (!calculations.length) return () => none
  const compiled = calculations.map(compileOne)
  const readers = new Map<string, Place[]>()
  compiled.forEach(({ steps }, calculation) =>
    steps.forEach(({ refs }, step) => {
      for (const ref of refs) readers.set(ref, [...(readers.get(ref) ?? []), { calculation, step }])
    }),
  )
  const isTangled = compiled.some(({ ref }, at) =>
    readers.get(ref)?.some(({ calculation }) => calculation <= at),
  )
  return (facts) =>
    isTangled ? foldAll(compiled, facts) : foldChanges(compiled, { facts, readers })
}

const none: Calculating = { changed: () => {}, settle: () => ({}) }

interface Compiled {
  readonly id: string
  readonly ref: string
  readonly start: number | string
  readonly steps: readonly {
    readonly step: Step
    readonly holds: Holds | undefined
    readonly refs: readonly string[]
  }[]
}
type Step = Calculation['steps'][number]
interface Place {
  readonly calculation: number
  readonly step: number
}

/** What a calculation holds before its first step. */
export const startOf = ({ type, start }: Calculation): number | string =>
  type === 'number' ? numberOf(start) || 0 : `${start}`

const compileOne = ({ id, type, start, steps }: Calculation): Compiled => ({
  id,
  ref: `calculation:${id}`,
  start: startOf({ id, type, start, steps }),
  steps: steps.map((step) => ({
    step,
    holds: step.when && compileCondition(step.when),
    refs: step.when ? refsOf(step.when) : [],
  })),
})

/** Works everything out anew each time: what a result reads may come after it. */
const foldAll = (compiled: readonly Compiled[], facts: CalculationFacts): Calculating => ({
  changed: () => {},
  settle() {
    for (const { ref, start } of compiled) facts.values[ref] = start
    return Object.fromEntries(
      compiled.map(({ id, ref, start, steps }) => {
        const result = steps.reduce(
          (so, { step, holds }) => (!holds || holds(facts) === 1 ? after(so, step) : so),
          start,
        )
        facts.values[ref] = result
        return [id, result]
      }),
    )
  },
})

/**
 * Asks only the steps again that read what has changed, and folds on from the first that came out otherwise: a long form
 * that counts as it goes adds one step per answer.
 */
const foldChanges = (
  compiled: readonly Compiled[],
  { facts, readers }: { facts: CalculationFacts; readers: ReadonlyMap<string, readonly Place[]> },
): Calculating => {
  const folded = compiled.map(({ steps }): Folded => ({
    due: new Set(),
    applied: [],
    stale: steps.map((_, place) => place),
  }))
  const results: Calculated = {}
  const changed = (ref: string) => {
    for (const { calculation, step } of readers.get(ref) ?? [])
      folded[calculation]?.stale.push(step)
  }
  const refresh = ({ id, ref, start, steps }: Compiled, at: number) => {
    const { due, applied, stale } = folded[at] as Folded
    const isKnown = Object.hasOwn(results, id)
    if (isKnown && !stale.length) return
    const turned = new Set<number>()
    for (const place of stale.splice(0)) {
      const { holds } = steps[place] as Compiled['steps'][number]
      const isDue = !holds || holds(facts) === 1
      if (due.has(place) === isDue) continue
      turned.add(place)
      if (isDue) due.add(place)
      else due.delete(place)
    }
    if (isKnown && !turned.size) return
    const from = Math.min(...turned)
    const tail = new Set(turned)
    while ((applied.at(-1)?.place ?? -1) >= from) tail.add((applied.pop() as Applied).place)
    let result = applied.at(-1)?.result ?? start
    for (const place of [...tail].sort((one, other) => one - other))
      if (due.has(place)) {
        result = after(result, (steps[place] as Compiled['steps'][number]).step)
        applied.push({ place, result })
      }
    results[id] = result
    if (facts.values[ref] === result) return
    facts.values[ref] = result
    changed(ref)
  }
  return {
    changed,
    settle() {
      compiled.forEach(refresh)
      return { ...results }
    },
  }
}

/** Where the fold of one calculation stands. */
interface Folded {
  /** Places of the steps whose condition holds. */
  readonly due: Set<number>
  /** The due steps in order, each with what the fold came to after it. */
  readonly applied: Applied[]
  /** Places of the steps to ask again. */
  readonly stale: number[]
}
interface Applied {
  readonly place: number
  readonly result: number | string
}

/** A text is set or added to; a step that yields no finite number, such as a division by zero, leaves the value. */
export const after = (result: number | string, { do: operation, value }: Step): number | string => {
  if (typeof result === 'string')
    return operation === 'set' ? `${value}` : operation === 'add' ? result + value : result
  const number = arithmetic[operation](result, numberOf(value))
  // Without a sign on zero.
  return Number.isFinite(number) ? number + 0 : result
}

const arithmetic: { readonly [O in Step['do']]: (a: number, b: number) => number } = {
  set: (_, b) => b,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
}
