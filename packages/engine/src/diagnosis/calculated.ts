import type { Calculation, Condition, Form, Test } from '@bantam/schema'
import { startOf } from '../conversation/calculation.ts'
import { testsOf } from '../condition/refs.ts'
import { unite, type Box } from './box.ts'
import { narrowing, untouched, type Narrow, type Reading, type Sought } from './narrow.ts'
import type { OutcomesOf } from './layout.ts'
import { bitsOfResults, idOf, stepped, type Result, type Results } from './results.ts'
import { FALSE, TRUE, truthsOnBox, UNKNOWN, type TruthsOn } from './truths-on-box.ts'

/** How often a box is split to learn what a calculation comes to in its parts. */
const MOST_SPLITS = 3

/**
 * Narrows boxes by tests of calculations: splits them by the conditions of the steps, as far as that
 * is needed, and keeps the parts that come to what is sought.
 */
export const narrowingCalculated = (
  { calculations = [] }: Form,
  outcomesOf: OutcomesOf,
): Reading['calculated'] => {
  const resultsOn = folding(calculations, outcomesOf)
  const splitters = new Map<string, readonly Splitter[]>()
  const splittersOf = (id: string) => {
    const found = splitters.get(id) ?? splittersBehind(id, { calculations, outcomesOf })
    splitters.set(id, found)
    return found
  }
  const known = new Map<Test, WeakMap<Box, readonly Part[]>>()
  const partsOf = (test: Test) => {
    const parts = known.get(test) ?? new WeakMap<Box, readonly Part[]>()
    known.set(test, parts)
    const bitsOf = bitsOfResults(test)
    const split = (box: Box, splits: number): readonly Part[] => {
      const bits = bitsOf(resultsOn(box))
      if (isOne(bits) || splits === 0) return [{ box, bits }]
      const splitter = splittersOf(idOf(test)).find((one) => !isDecided(one.bitsOf(box, noResults)))
      return splitter
        ? splitter.sides.flatMap((side) => side(box)).flatMap((half) => split(half, splits - 1))
        : [{ box, bits }]
    }
    return (box: Box) => {
      const found = parts.get(box) ?? split(box, MOST_SPLITS)
      parts.set(box, found)
      return found
    }
  }
  return (test, sought) => {
    const parts = partsOf(test)
    return (box) => {
      const found: Box[] = []
      for (const part of parts(box)) if (part.bits & wanted[sought]) unite(found, part.box)
      return found
    }
  }
}

/** A part of a box and what the test may say on it. */
interface Part {
  readonly box: Box
  readonly bits: number
}

const isOne = (bits: number) => bits === TRUE || bits === FALSE || bits === UNKNOWN
const isDecided = (bits: number) => bits === TRUE || (bits & TRUE) === 0

const wanted: { readonly [S in Sought]: number } = {
  holds: TRUE,
  'holds-not': FALSE | UNKNOWN,
  fails: FALSE,
  'fails-not': TRUE | UNKNOWN,
}

/** Folds every calculation over a whole box, in the order in which a conversation does it. */
const folding = (
  calculations: readonly Calculation[],
  outcomesOf: OutcomesOf,
): ((box: Box) => Results) => {
  const compiled = calculations.map((calculation) => ({
    id: calculation.id,
    start: { values: [startOf(calculation)] },
    steps: calculation.steps.map((step) => ({
      step,
      bitsOf:
        step.when && truthsOnBox<Results>(step.when, { outcomesOf, calculated: bitsOfResults }),
    })),
  }))
  return (box) => {
    const results = new Map<string, Result>(compiled.map(({ id, start }) => [id, start]))
    for (const { id, start, steps } of compiled) {
      let result: Result = start
      for (const { step, bitsOf } of steps) {
        const bits = bitsOf?.(box, results) ?? TRUE
        if (bits & TRUE) result = stepped(result, { step, isSure: bits === TRUE })
      }
      results.set(id, result)
    }
    return results
  }
}

/** A condition of a step that tells the parts of a box apart. */
interface Splitter {
  readonly bitsOf: TruthsOn<Results>
  readonly sides: readonly Narrow[]
}

const noResults: Results = new Map()

const splittersBehind = (
  id: string,
  { calculations, outcomesOf }: { calculations: readonly Calculation[]; outcomesOf: OutcomesOf },
): readonly Splitter[] =>
  conditionsBehind(id, { calculations, seen: new Set() }).map((condition) => ({
    bitsOf: truthsOnBox<Results>(condition, { outcomesOf, calculated: bitsOfResults }),
    sides: (['holds', 'holds-not'] as const).map((sought) =>
      narrowing(condition, { sought, outcomesOf, calculated: () => untouched }),
    ),
  }))

/** Conditions of the steps of a calculation and of those it reads; those that read calculations tell nothing. */
const conditionsBehind = (
  id: string,
  { calculations, seen }: { calculations: readonly Calculation[]; seen: Set<string> },
): readonly Condition[] => {
  if (seen.has(id)) return []
  seen.add(id)
  const steps = calculations.findLast((one) => one.id === id)?.steps ?? []
  return steps.flatMap(({ when }) => {
    if (!when) return []
    const read = testsOf(when).filter(({ ref }) => ref.startsWith('calculation:'))
    return read.length === 0
      ? [when]
      : read.flatMap((test) => conditionsBehind(idOf(test), { calculations, seen }))
  })
}
