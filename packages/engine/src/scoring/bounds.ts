import type { Lane } from '@bantam/schema'
import type { LeadFacts } from '../condition/facts.ts'
import { openRefs, possibleTruths, statesOf, type Possible } from '../condition/possible-truths.ts'
import { bundleRange, bundlesOf, type Source } from './bundles.ts'
import type { Axis, CompiledModel } from './compile-model.ts'
import { fitOf, intentOf, quadrantOf } from './lane.ts'
import { add, nothing, type Range } from './range.ts'

/** What a score may still become. Never narrower than the truth, at times wider. */
export interface Bounds {
  /** On the 0–100 scale, as in a score. */
  readonly fit: Range
  readonly intent: Range
  /** Ids of the exclusions that may hold, in the model's order. */
  readonly exclusions: readonly string[]
  /** Ids of those that hold whatever is answered. */
  readonly excluded: readonly string[]
  readonly lanes: ReadonlySet<Lane>
}

export interface Prospects {
  readonly facts: LeadFacts
  /** What a ref may still turn out to be; undefined when it is settled as the facts say, unanswered if absent. */
  readonly possible: (ref: string) => Possible | undefined
  /** Epoch milliseconds. */
  readonly now: number
}

/**
 * The interval of fit and of intent over everything that open refs may turn out to be, and the lanes
 * that remain. Points count as in `scoreOf`. A `signal:NAME` that is open may be seen any number of times.
 */
export const scoreBounds = (model: CompiledModel, { facts, possible, now }: Prospects): Bounds => {
  const sourceOf = sourcesBy(possible)
  const rangeOn = (axis: Axis) =>
    bundlesOf(
      model.groups.filter((group) => group.axis === axis),
      sourceOf,
    ).reduce((sum, bundle) => add(sum, bundleRange(bundle, { facts, now })), nothing)
  const fit = percent(rangeOn('fit'), (sum) => fitOf(model, sum))
  const intent = percent(rangeOn('intent'), intentOf)

  const exclusions: string[] = []
  const excluded: string[] = []
  const lanes = new Set<Lane>()
  for (const { id, when, lane = 'disqualified' } of model.model.exclusions ?? []) {
    const open = openRefs(when, possible)
    const { mayHold, mayFail } = possibleTruths(when, { facts, open, now })
    if (!mayHold) continue
    exclusions.push(id)
    if (!excluded.length) lanes.add(lane)
    if (!mayFail) excluded.push(id)
  }
  if (!excluded.length)
    for (const low of [fit.lowest, fit.highest])
      for (const high of [intent.lowest, intent.highest])
        lanes.add(quadrantOf(model, { fit: low, intent: high }))
  return { fit, intent, exclusions, excluded, lanes }
}

const percent = ({ lowest, highest }: Range, axis: (sum: number) => number): Range => ({
  lowest: axis(lowest) / 100,
  highest: axis(highest) / 100,
})

/** The open source of each ref, the same object for refs that vary together. */
const sourcesBy = (possible: Prospects['possible']): ((ref: string) => Source | undefined) => {
  const byRef = new Map<string, Source | undefined>()
  const byName = new Map<string, Source & { readonly refs: string[] }>()
  return (ref) => {
    if (byRef.has(ref)) return byRef.get(ref)
    const found = possible(ref)
    const name = found?.source ?? ref
    let source = found && byName.get(name)
    if (found && !source) byName.set(name, (source = { refs: [], states: statesOf(found) }))
    source?.refs.push(ref)
    byRef.set(ref, source)
    return source
  }
}
