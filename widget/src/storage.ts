// A page may replace these later on.
const { parse, stringify } = JSON

/** Where answers wait. Never throws: what the browser denies is kept in memory. */
export interface Storage {
  read(name: string): unknown
  /** `undefined` removes. */
  write(name: string, value: unknown): void
  /** The names in use that begin so. */
  names(start: string): string[]
}

/**
 * How the places of what waits to be sent begin. Each submission has one of its own: what another tab could not send
 * yet is never written over.
 */
export const waitingPlaces = (name: string) => `${name}#`

export const createMemoryStorage = (): Storage => over(undefined)

/** Keeps values in the first of the named areas that works, else in memory. */
export const openStorage = (...areas: ('sessionStorage' | 'localStorage')[]): Storage => {
  for (const area of areas) {
    try {
      const store = globalThis[area]
      // As much as a long form's answers take: an area that is full may still take a word.
      store.setItem('bantam', '.'.repeat(9999))
      store.removeItem('bantam')
      return over(store)
    } catch {
      // Denied here (a private window, a sandboxed frame, a full disk): the next one may work.
    }
  }
  return createMemoryStorage()
}

type Area = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

const over = (area: Area | undefined): Storage => {
  const memory = new Map<string, string>()
  return {
    read(name) {
      try {
        return parse(memory.get(name) ?? area?.getItem(name) ?? 'null')
      } catch {
        return null
      }
    },
    write(name, value) {
      memory.delete(name)
      if (value !== undefined) memory.set(name, stringify(value))
      try {
        if (value === undefined) area?.removeItem(name)
        else area?.setItem(name, stringify(value))
      } catch {
        // A quota that ran out later: memory has it.
      }
    },
    names: (start) =>
      [...new Set([...memory.keys(), ...Object.keys(area ?? {})])].filter((name) =>
        name.startsWith(start),
      ),
  }
}
