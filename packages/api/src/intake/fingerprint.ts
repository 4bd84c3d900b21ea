import { hash } from 'node:crypto'

/** SHA-256 of a body as canonical JSON: two writings of one body have one fingerprint. */
export const fingerprintOf = (body: unknown): string =>
  hash('sha256', JSON.stringify(sorted(body)), 'base64url')

/**
 * The same value with the keys of its objects in order; what is in order already is itself, and nearly all is. Each part
 * is looked at once, however deep it lies: bodies come from anybody.
 */
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
  let changed: { [key: string]: unknown } | undefined
  let isInOrder = true
  let before = ''
  for (const key in members) {
    const own = sorted(members[key])
    if (own !== members[key]) (changed ??= { ...members })[key] = own
    isInOrder &&= before <= key
    before = key
  }
  const is = changed ?? members
  if (isInOrder) return is
  return Object.fromEntries(
    Object.keys(is)
      .sort()
      .map((key) => [key, is[key]]),
  )
}
