import type { CompiledCriterion, CompiledGroup } from './compile-model.ts'
import { decayed, eventsOf } from './decay.ts'
import { isHeld, type Seen } from './marks.ts'

/** clamp(Σ points that hold, floor, cap) in hundredths; `pick: first` takes the first that holds. */
export const groupValue = (group: CompiledGroup, seen: Seen): number => {
  let sum = 0
  for (const one of group.criteria) {
    const value = criterionValue(one, seen)
    if (value === undefined) continue
    sum += value
    if (group.picksFirst) break
  }
  return clamp(sum, group)
}

/** Hundredths of points that a criterion gives; undefined when it does not hold. */
export const criterionValue = (one: CompiledCriterion, seen: Seen) => {
  if (one.kind === 'explicit') return isHeld(one, seen) ? one.points : undefined
  const { now } = seen
  const events = eventsOf(one.criterion, seen)
  if (!events.length) return undefined
  const { halfLifeDays } = one.criterion
  return decayed({ points: one.points, halfLifeDays }, { events, now })
}

export const clamp = (
  value: number,
  { floor, cap }: { readonly floor: number; readonly cap: number },
): number => Math.min(cap, Math.max(floor, value))
