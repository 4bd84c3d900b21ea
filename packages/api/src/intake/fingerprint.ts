import { hash } from 'node:crypto'

/** SHA-256 of a body as canonical JSON: two writings of one body have one fingerprint. */
export const fingerprintOf = (body: unknown): string => hash('sha256', canonical(body), 'base64url')

/** Written out by hand because this is the hot path. */
const canonical = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += `,${canonical(item)}`
    return `[${text.slice(1)}]`
  }
  const members: { readonly [key: string]: unknown } = { ...value }
  for (const key of Object.keys(members).sort())
    text += `,${JSON.stringify(key)}:${canonical(members[key])}`
  return `{${text.slice(1)}}`
}
