import { Temporal } from 'temporal-polyfill'

const quarter = 15 * 60_000
const known = new Map<string, number>()

/**
 * Offset of an IANA zone from UTC in milliseconds at an instant (epoch milliseconds).
 * Zones change at quarters of an hour, so one answer serves its whole quarter.
 */
export const zoneOffset = (zone: string, instant: number): number => {
  const at = Math.floor(instant / quarter) * quarter
  const key = `${zone} ${at}`
  const remembered = known.get(key)
  if (remembered !== undefined) return remembered
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  if (known.size > 20_000) known.clear()
  known.set(key, offsetNanoseconds / 1e6)
  return offsetNanoseconds / 1e6
}
