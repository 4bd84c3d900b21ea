import { hash } from 'node:crypto'

/** SHA-256 of a body as canonical JSON: two writings of one body have one fingerprint. */
export const fingerprintOf = (body: unknown): string =>
  hash('sha256', JSON.stringify(sorted(body)), 'base64url')

/** The same value with the keys of its objects in order; what is in order already is itself, and nearly all is. */
const sorted = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    let list: unknown[] | undefined
    for (let at = 0; at < value.length; at++) {
      const own = sorted(value[at])
      if (own !== value[at]) (list ??= [...value])[at] = own
    }
    return list ?? value
  }
  const members: { readonly [key: string]: unknown } = Object(value)
  let isChanged = false
  let before = ''
  for (const key in members) {
    isChanged ||= key < before || sorted(members[key]) !== members[key]
    before = key
  }
  if (!isChanged) return value
  return Object.fromEntries(
    Object.keys(members)
      .sort()
      .map((key) => [key, sorted(members[key])]),
  )
}
