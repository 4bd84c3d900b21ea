import { isObject, partOf } from './check.ts'
import { isSame } from './same.ts'

export interface Change {
  /** The part in words, such as `title`, `choice` or `largest number`. */
  readonly what: string
  /** What it said, where that is short; absent when there was nothing, or too much to show. */
  readonly before?: string
  readonly after?: string
}

/** How to name the parts of something, by their dotted names. */
export interface Words {
  readonly parts: Readonly<Record<string, string>>
  /** Lists told item by item: the word for one of them and what people know it by. */
  readonly lists: Readonly<Record<string, { readonly one: string; readonly by: readonly string[] }>>
  /** Parts that have lists and places of their own. */
  readonly apart?: readonly string[]
}

/** What differs, in the order of the parts; a part without a word of its own is named by where it stands. */
export const changesBetween = (before: object, after: object, words: Words): readonly Change[] =>
  namesOf(before, after)
    .filter((name) => !words.apart?.includes(name))
    .flatMap((name) =>
      changesOf(name, { before: partOf(before, name), after: partOf(after, name), words }),
    )

/** `theme.accent` names itself; anything else is a setting. */
const nameless = (name: string): string => {
  const [part, ...inner] = name.split('.')
  return inner.length > 0 ? `${part} (${inner.join('.')})` : 'settings'
}

interface Pair {
  readonly before: unknown
  readonly after: unknown
}

const changesOf = (name: string, { before, after, words }: Pair & { words: Words }): Change[] => {
  if (isSame(before, after)) return []
  const list = words.lists[name]
  if (list) return changesInList(list, { before, after })
  const isNested = !(name in words.parts) && (isObject(before) || isObject(after))
  if (!isNested)
    return [
      {
        what: words.parts[name] ?? nameless(name),
        ...told('before', before),
        ...told('after', after),
      },
    ]
  const [own, other] = [isObject(before) ? before : {}, isObject(after) ? after : {}]
  const inside = namesOf(own, other).flatMap((inner) =>
    changesOf(`${name}.${inner}`, {
      before: partOf(own, inner),
      after: partOf(other, inner),
      words,
    }),
  )
  // Nothing inside differs: one is empty, the other is not there.
  return inside.length > 0 ? inside : [{ what: nameless(name) }]
}

/** Items are added, removed, renamed or put in another order. */
const changesInList = (
  { one, by }: { one: string; by: readonly string[] },
  { before, after }: Pair,
): Change[] => {
  const own = itemsOf(before, by)
  const other = itemsOf(after, by)
  const earlier = new Map(own.map((item) => [item.id, item]))
  const later = new Set(other.map(({ id }) => id))
  const kept = (items: readonly Item[], has: { has(id: string): boolean }) =>
    items.map(({ id }) => id).filter((id) => has.has(id))
  const isReordered = !isSame(kept(own, later), kept(other, earlier))
  return [
    ...other.flatMap(({ id, name, whole }): Change[] => {
      const was = earlier.get(id)
      if (!was) return [{ what: `new ${one}`, ...told('after', name) }]
      if (isSame(was.whole, whole)) return []
      if (was.name === name) return [{ what: one, ...told('after', name) }]
      return [{ what: one, ...told('before', was.name), ...told('after', name) }]
    }),
    ...own
      .filter(({ id }) => !later.has(id))
      .map(({ name }): Change => ({ what: `removed ${one}`, ...told('before', name) })),
    ...(isReordered ? [{ what: `order of ${one}s` }] : []),
  ]
}

interface Item {
  readonly id: string
  readonly name: string
  readonly whole: unknown
}

/** Items by their first name, told by their last: a choice by its id and label, a hidden field by itself. */
const itemsOf = (list: unknown, by: readonly string[]): readonly Item[] =>
  (Array.isArray(list) ? list : []).map((whole: unknown): Item => {
    const names = by.map((name) => String(isObject(whole) ? partOf(whole, name) : whole))
    return { id: names[0] ?? String(whole), name: names.at(-1) ?? String(whole), whole }
  })

const longest = 120

/** A value in words, if it is short. */
const told = <K extends 'before' | 'after'>(key: K, value: unknown): { [key in K]?: string } => {
  const words = wordsOf(value)
  return words === undefined || words === '' || words.length > longest
    ? {}
    : ({ [key]: words } as { [key in K]?: string })
}

const wordsOf = (value: unknown): string | undefined => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
    ? value.join(', ')
    : undefined
}

const namesOf = (one: object, other: object): readonly string[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)]),
]
