import type { ImplicitCriterion } from '@bantam/schema'
import type { LeadFacts } from '../condition/facts.ts'

const DAY = 86_400_000

/** Times at which a criterion's signal counts at `now`, newest first: in its window and its `maxCount`. */
export const eventsOf = (
  { signal, withinDays = Infinity, maxCount }: ImplicitCriterion,
  { facts, now }: { readonly facts: LeadFacts; readonly now: number },
): readonly number[] => {
  let events: number[] | undefined
  for (const { name, at } of facts.signals)
    if (name === signal && at <= now && now - at <= withinDays * DAY) (events ??= []).push(at)
  return events ? events.sort((a, b) => b - a).slice(0, maxCount) : none
}

/**
 * Σ points · 2^(−age/halfLife) over the events, in the unit of `points`, rounded to a binary
 * fraction so fine that nobody sees it and so coarse that sums are exact in any order.
 */
export const decayed = (
  { points, halfLifeDays }: { readonly points: number; readonly halfLifeDays?: number | undefined },
  { events, now }: { readonly events: readonly number[]; readonly now: number },
): number => {
  if (halfLifeDays === undefined) return points * events.length
  let sum = 0
  for (const at of events) sum += points * 2 ** ((at - now) / (halfLifeDays * DAY))
  return Math.round(sum * GRAINS) / GRAINS
}

const GRAINS = 2 ** 16
const none: readonly number[] = []
