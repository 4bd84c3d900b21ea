/** Equal as JSON, whatever the order of keys: a database may reorder them. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const own = new Map<string, unknown>(Object.entries(one))
  const theirs = new Map<string, unknown>(Object.entries(other))
  return (
    own.size === theirs.size && [...own].every(([key, value]) => isSame(value, theirs.get(key)))
  )
}
