import { type Checks, isObject, partOf } from './check.ts'
import { isSame } from './same.ts'

/**
 * The object with one field set; the very same one when its checks refuse the value, or the field
 * is its id. An emptied text
 * and a switch turned off leave the document where they may, so that typing and clearing is no change.
 */
export const withField = <T extends object>(
  whole: T,
  { field, value, checks }: { field: string; value: unknown; checks: Partial<Checks<T>> },
): T => {
  const [name = field, inner] = field.split('.')
  const check: unknown = partOf(checks, name)
  if (name === 'id' || typeof check !== 'function') return whole
  const before = partOf(whole, name)
  const next = candidates({ before, inner, value }).find((each) => check(each.part) === true)
  if (!next || isSame(next.part, before)) return whole
  return withPart(whole, name, next.part) as T
}

/** What may become of the part, best first. */
const candidates = ({
  before,
  inner,
  value,
}: {
  before: unknown
  inner: string | undefined
  value: unknown
}): readonly { part: unknown }[] => {
  const isCleared = value === undefined || value === '' || isOff(inner, value)
  const cleared = [{ part: undefined }]
  if (inner === undefined) return isCleared ? [...cleared, { part: value }] : [{ part: value }]
  const outer = isObject(before) ? before : {}
  const set = { part: withPart(outer, inner, value) }
  if (!isCleared) return [set]
  const rest = withPart(outer, inner, undefined)
  return Object.keys(rest).length === 0 ? cleared : [{ part: rest }, set, ...cleared]
}

/** These are off when absent; elsewhere `false` says something. */
const isOff = (inner: string | undefined, value: unknown): boolean =>
  value === false && (inner === undefined || inner === 'business' || inner === 'integer')

const withPart = (whole: object, name: string, part: unknown): object =>
  Object.fromEntries(
    Object.hasOwn(whole, name)
      ? Object.entries(whole).flatMap(([key, value]) =>
          key !== name ? [[key, value]] : part === undefined ? [] : [[key, part]],
        )
      : [...Object.entries(whole), ...(part === undefined ? [] : [[name, part]])],
  )
