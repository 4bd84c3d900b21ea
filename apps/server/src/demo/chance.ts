/** A repeatable source of chance. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number
  pick<T>(from: readonly [T, ...T[]]): T
  /** One of the entries, each as likely as its weight. */
  weighted<T>(entries: readonly [readonly [T, number], ...(readonly [T, number])[]]): T
}

/** The same seed gives the same numbers: the 32-bit generator known as mulberry32. */
export const seededChance = (seed: number): Chance => {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
    weighted(entries) {
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of entries) {
        left -= weight
        if (left < 0) return value
      }
      return entries[0][0]
    },
  }
}
