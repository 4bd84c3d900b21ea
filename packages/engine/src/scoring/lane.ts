import type { Lane } from '@bantam/schema'
import type { CompiledModel } from './compile-model.ts'
import { isHeld, type Seen } from './marks.ts'

/** Fit and intent in hundredths of the 0–100 scale, from the sums of their groups. */
export const fitOf = ({ fitRange: { min, max } }: CompiledModel, sum: number): number =>
  max > min ? Math.round((10_000 * (sum - min)) / (max - min)) : 0
export const intentOf = (sum: number): number => Math.round(Math.min(10_000, Math.max(0, sum)))

/** The lane of a lead: a total function. An exclusion that holds decides it before fit and intent do. */
export const laneOf = (
  model: CompiledModel,
  axes: { readonly fit: number; readonly intent: number },
  seen: Seen,
): Lane => {
  for (const exclusion of model.exclusions) if (isHeld(exclusion, seen)) return exclusion.lane
  return quadrantOf(model, axes)
}

/** The lane of fit and intent where no exclusion holds. */
export const quadrantOf = (
  { thresholds }: CompiledModel,
  { fit, intent }: { readonly fit: number; readonly intent: number },
): Lane => {
  if (fit < thresholds.fitFloor || fit < thresholds.fit) return 'nurture'
  return intent < thresholds.intent ? 'prospecting' : 'sales'
}

/** A–D for fit and 1–3 for intent: the second reading of the same two numbers. */
export const labelOf = (
  { thresholds }: CompiledModel,
  { fit, intent }: { readonly fit: number; readonly intent: number },
): string => {
  const high = (bar: number) => (bar + 100) / 2
  const letter =
    fit >= high(thresholds.fit)
      ? 'A'
      : fit >= thresholds.fit
        ? 'B'
        : fit >= thresholds.fitFloor
          ? 'C'
          : 'D'
  const digit = intent >= high(thresholds.intent) ? 1 : intent >= thresholds.intent ? 2 : 3
  return `${letter}${digit}`
}
