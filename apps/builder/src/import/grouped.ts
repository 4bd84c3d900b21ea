import type { ImportEntry } from '../client.ts'

/** Entries that share their fate: `head` is why, or what they are where nothing happened to them. */
export interface EntryGroup {
  readonly head: string
  readonly entries: readonly ImportEntry[]
}

/** Groups entries by their reason, else by what they are, in the order in which they were met. */
export const grouped = (entries: readonly ImportEntry[]): readonly EntryGroup[] => {
  const groups = new Map<string, ImportEntry[]>()
  for (const entry of entries) {
    const head = entry.why ?? plural(entry.what)
    const group = groups.get(head)
    if (group) group.push(entry)
    else groups.set(head, [entry])
  }
  return [...groups].map(([head, of]) => ({ head, entries: of }))
}

const plural = (what: string) => {
  const capital = what.charAt(0).toUpperCase() + what.slice(1)
  return capital.endsWith('y') ? `${capital.slice(0, -1)}ies` : `${capital}s`
}
