/** Where answers wait. Never throws: what the browser denies is kept in memory. */
export interface Storage {
  read(name: string): unknown
  /** `undefined` removes. */
  write(name: string, value: unknown): void
}

export const createMemoryStorage = (): Storage => over(undefined)

/** Keeps values in the first of the named areas that works, else in memory. */
export const openStorage = (...areas: ('sessionStorage' | 'localStorage')[]): Storage => {
  for (const area of areas) {
    try {
      const store = globalThis[area]
      store.setItem('bantam', '')
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
        return JSON.parse(memory.get(name) ?? area?.getItem(name) ?? 'null')
      } catch {
        return null
      }
    },
    write(name, value) {
      memory.delete(name)
      if (value !== undefined) memory.set(name, JSON.stringify(value))
      try {
        if (value === undefined) area?.removeItem(name)
        else area?.setItem(name, JSON.stringify(value))
      } catch {
        // A quota that ran out later; memory has it.
      }
    },
  }
}
