import { cut } from '../cut.ts'

/** What an id is made for: a thing of the source with its ref and its words. */
export interface Named {
  readonly ref: string
  readonly words: string
}

/**
 * A readable, unique id for each, the same at every import: the ref where people wrote it, else the
 * words. Those that would share an id each get a piece of their ref as well, so that the order does
 * not matter.
 */
export const idsFor = (named: readonly Named[], fallback: string): readonly string[] => {
  const plain = named.map(({ ref, words }) => {
    const id = (isReadable(ref) ? slugOf(ref) : slugOf(words)) || fallback
    return unwanted.has(id) ? `${id}-${fallback}` : id
  })
  const counts = new Map<string, number>()
  for (const id of plain) counts.set(id, (counts.get(id) ?? 0) + 1)
  const taken = new Set(plain.filter((id) => counts.get(id) === 1))
  return named.map(({ ref }, at) => {
    const id = plain[at] ?? fallback
    if (counts.get(id) === 1) return id
    const piece = cut(slugOf(ref).replaceAll('-', ''), 8)
    let free = `${id}-${piece}`
    for (let count = 2; taken.has(free); count++) free = `${id}-${piece}-${count}`
    taken.add(free)
    return free
  })
}

const longest = 48

/** Answers are kept by id, and no body that is sent here may use these as keys. */
const unwanted: ReadonlySet<string> = new Set(['constructor', 'prototype'])

/** Lower-case words joined by hyphens, cut at a word; letters of every script stay. */
const slugOf = (text: string): string => {
  const words = text
    .replaceAll(/\{\{[^}]*\}\}/g, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  let slug = cut(words.shift() ?? '', longest)
  for (const word of words) {
    if (slug.length + 1 + word.length > longest) break
    slug += `-${word}`
  }
  return slug
}

/** Whether a person wrote this ref: lower-case words, not a machine's number. */
const isReadable = (ref: string) =>
  /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/.test(ref) &&
  !/[0-9a-f]{8}/.test(ref.replaceAll(/[a-z]{8,}/g, ''))
