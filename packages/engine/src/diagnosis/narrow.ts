import type { Condition, Test } from '@bantam/schema'
import { narrowed, unite, type Box } from './box.ts'
import type { Outcomes, OutcomesOf } from './layout.ts'

/** What a condition is to come to. A branch is taken where it `holds`; unknown does not hold and does not fail. */
export type Sought = 'holds' | 'holds-not' | 'fails' | 'fails-not'

/** The part of a box in which something comes to what is sought. Never too little; at times too much. */
export type Narrow = (box: Box) => readonly Box[]

export interface Reading {
  readonly outcomesOf: OutcomesOf
  /** Answers for the tests of calculations. */
  readonly calculated: (test: Test, sought: Sought) => Narrow
}

/** Prepares the narrowing of boxes by a condition. */
export const narrowing = (
  condition: Condition,
  { sought, ...reading }: Reading & { readonly sought: Sought },
): Narrow => {
  if ('not' in condition) return narrowing(condition.not, { ...reading, sought: opposite[sought] })
  if ('all' in condition) return narrowingParts(condition.all, { ...reading, sought, word: 'all' })
  if ('any' in condition) return narrowingParts(condition.any, { ...reading, sought, word: 'any' })
  if (condition.ref.startsWith('calculation:')) return reading.calculated(condition, sought)
  const outcomes = reading.outcomesOf(condition)
  if (!outcomes) return untouched
  const to = { slot: outcomes.slot, mask: masks[sought](outcomes) }
  return (box) => {
    const part = narrowed(box, to)
    return part === box ? [box] : part ? [part] : nowhere
  }
}

/** The same for each of several boxes. */
export const narrowAll = (boxes: readonly Box[], narrow: Narrow): readonly Box[] => {
  if (boxes.length === 1) return narrow(boxes[0] as Box)
  const found: Box[] = []
  for (const box of boxes) for (const part of narrow(box)) unite(found, part)
  return found
}

/** Leaves a box as it is: nothing is known. */
export const untouched: Narrow = (box) => [box]
const nowhere: readonly Box[] = []

const opposite: { readonly [S in Sought]: Sought } = {
  holds: 'fails',
  'holds-not': 'fails-not',
  fails: 'holds',
  'fails-not': 'holds-not',
}

const negation: { readonly [S in Sought]: Sought } = {
  holds: 'holds-not',
  'holds-not': 'holds',
  fails: 'fails-not',
  'fails-not': 'fails',
}

/** What each part of the group must come to; for the rest one part is enough. */
const everyPart: { readonly [W in 'all' | 'any']: ReadonlySet<Sought> } = {
  all: new Set(['holds', 'fails-not']),
  any: new Set(['fails', 'holds-not']),
}

const narrowingParts = (
  parts: readonly Condition[],
  { sought, word, ...reading }: Reading & { readonly sought: Sought; readonly word: 'all' | 'any' },
): Narrow => {
  const sides = parts.map((part) => ({
    inside: narrowing(part, { ...reading, sought }),
    outside: narrowing(part, { ...reading, sought: negation[sought] }),
  }))
  if (everyPart[word].has(sought))
    return (box) =>
      sides.reduce((left, { inside }) => narrowAll(left, inside), [box] as readonly Box[])
  return (box) => {
    const found: Box[] = []
    let left: readonly Box[] = [box]
    for (const { inside, outside } of sides) {
      for (const part of narrowAll(left, inside)) unite(found, part)
      left = narrowAll(left, outside)
    }
    return found
  }
}

const masks: { readonly [S in Sought]: (outcomes: Outcomes) => number } = {
  holds: ({ yes }) => yes,
  'holds-not': ({ no, unknown }) => no | unknown,
  fails: ({ no }) => no,
  'fails-not': ({ yes, unknown }) => yes | unknown,
}
