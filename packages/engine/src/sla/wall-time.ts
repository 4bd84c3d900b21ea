/** Offset of a zone's wall time from UTC at an instant: local = instant + offset, all in milliseconds. */
export type ZoneOffset = (zone: string, instant: number) => number

const DAY = 86_400_000

/**
 * The instant of a wall time. A time that a zone's clock shows twice is its first (or, for the end
 * of an interval, its second) showing; one that it skips is the moment of the skip.
 */
export const instantOf = (
  local: number,
  {
    zone,
    name,
    isEnd,
  }: { readonly zone: ZoneOffset; readonly name: string; readonly isEnd: boolean },
): number => {
  const before = zone(name, local - DAY)
  const after = zone(name, local + DAY)
  if (before === after) return local - before
  const readings = [local - before, local - after].filter((at) => at + zone(name, at) === local)
  if (readings.length) return isEnd ? Math.max(...readings) : Math.min(...readings)
  let low = local - Math.max(before, after)
  let high = local - Math.min(before, after)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (zone(name, middle) === before) low = middle
    else high = middle
  }
  return high
}
