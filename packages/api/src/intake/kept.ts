/** Remembers each answer of `read` for `ms`; askers of the same key share one read. */
export const kept = <K extends string, V>(
  ms: number,
  clock: () => number,
  read: (key: K) => Promise<V>,
) => {
  const entries = new Map<K, { until: number; value: Promise<V> }>()
  return {
    get(key: K): Promise<V> {
      const entry = entries.get(key)
      if (entry && entry.until > clock()) return entry.value
      const value = read(key)
      if (entries.size > 10_000) entries.clear()
      entries.set(key, { until: clock() + ms, value })
      value.catch(() => entries.delete(key))
      return value
    },
    forget: () => entries.clear(),
  }
}
