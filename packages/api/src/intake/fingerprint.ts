import { hash } from 'node:crypto'

/** SHA-256 of a body as canonical JSON: two writings of one body have one fingerprint. */
export const fingerprintOf = (body: unknown): string =>
  hash('sha256', JSON.stringify(sorted(body)), 'base64url')

/** The same value with the keys of its objects in order; what is in order already is itself, and nearly all is. */
const sorted = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    let list: unknown[] | undefined
    for (const [at, item] of value.entries()) {
      const own = sorted(item)
      if (own !== item) (list ??= [...value])[at] = own
    }
    return list ?? value
  }
  const members: { readonly [key: string]: unknown } = Object(value)
  const keys = Object.keys(members)
  let isChanged = false
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? ''
    isChanged ||= at > 0 && key < (keys[at - 1] ?? '')
    isChanged ||= sorted(members[key]) !== members[key]
  }
  if (!isChanged) return value
  return Object.fromEntries(keys.sort().map((key) => [key, sorted(members[key])]))
}
