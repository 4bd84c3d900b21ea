import type { Calendar } from '@bantam/schema'
import type { ZoneOffset } from './wall-time.ts'
import { spansFrom } from './working-time.ts'

export interface BusinessMoment {
  readonly at: number
  /** True when the calendar has too little working time and plain time was taken instead. */
  readonly isPlainTime: boolean
}

/** The instant `ms` of working time after `start`, by interval arithmetic on instants, so that clock changes count right. */
export const addBusinessTime = (
  calendar: Calendar,
  { start, ms, zone }: { readonly start: number; readonly ms: number; readonly zone: ZoneOffset },
): BusinessMoment => {
  if (ms <= 0) return { at: start, isPlainTime: false }
  let left = ms
  for (const { from, to } of spansFrom(calendar, { start, zone })) {
    if (left <= to - from) return { at: from + left, isPlainTime: false }
    left -= to - from
  }
  return { at: start + ms, isPlainTime: true }
}

/** Working milliseconds between two instants; 0 when `to` is not after `from`. */
export const businessTimeBetween = (
  calendar: Calendar,
  { from, to, zone }: { readonly from: number; readonly to: number; readonly zone: ZoneOffset },
): number => {
  let sum = 0
  for (const span of spansFrom(calendar, { start: from, zone })) {
    if (span.from >= to) break
    sum += Math.min(span.to, to) - span.from
  }
  return sum
}

/** The next instant of working time from `start` on, `start` itself when it is one; undefined when there is none. */
export const nextOpening = (
  calendar: Calendar,
  { start, zone }: { readonly start: number; readonly zone: ZoneOffset },
): number | undefined => {
  for (const { from } of spansFrom(calendar, { start, zone })) return from
  return undefined
}
