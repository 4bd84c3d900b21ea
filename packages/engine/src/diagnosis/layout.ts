import type { Test } from '@bantam/schema'
import type { Box } from './box.ts'
import { spansOf, type Kept, type Span } from './liveness.ts'
import type { Plan } from './plan.ts'
import type { Truths } from './space.ts'

/** Where the boxes of a form keep what: each dimension has a slot while it matters, which others have before and after. */
interface Layout {
  /** The slot in which a dimension is kept at a place, if it is. */
  readonly slotAt: (place: number, dimension: number) => number | undefined
  readonly outcomesOf: OutcomesOf
  /** The same box as it arrives at another place: what no longer matters forgotten, what begins to matter as it begins. */
  readonly carried: (box: Box, way: { readonly from: number; readonly to: number }) => Box
}

/** Where a test is true, false and unknown: masks of the classes in its slot. */
export interface Outcomes extends Truths {
  readonly slot: number
}
export type OutcomesOf = (test: Test) => Outcomes | undefined

/** Before the first place. */
export const OUTSIDE = -1

export const layOut = (plan: Plan, kept: Kept): Layout => {
  const { space } = kept
  const spans = spansOf(plan, kept)
  const slots = space.dimensions.map(() => -1)
  const freeFrom: number[] = []
  for (const { dimension, first, last } of spans) {
    const free = freeFrom.findIndex((from) => from <= first)
    const slot = free < 0 ? freeFrom.length : free
    slots[dimension] = slot
    freeFrom[slot] = last + 1
  }
  const keptAt = Array.from({ length: plan.steps.length + 1 }, () =>
    freeFrom.map((): Span | undefined => undefined),
  )
  for (const span of spans)
    for (let place = span.first; place <= span.last; place++)
      (keptAt[place] as (Span | undefined)[])[slots[span.dimension] as number] = span
  const known = new Map<Test, Outcomes | undefined>()
  return {
    slotAt: (place, dimension) => {
      const slot = slots[dimension] as number
      return keptAt[place]?.[slot]?.dimension === dimension ? slot : undefined
    },
    outcomesOf: (test) => {
      if (known.has(test)) return known.get(test)
      const truths = space.truthsOf(test)
      const outcomes = truths && { ...truths, slot: slots[truths.dimension] as number }
      known.set(test, outcomes)
      return outcomes
    },
    carried: (box, { from, to }) =>
      (keptAt[to] as readonly (Span | undefined)[]).map((span, slot) => {
        if (!span) return -1
        return span.first > from ? (space.start[span.dimension] as number) : (box[slot] as number)
      }),
  }
}
