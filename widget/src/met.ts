/** Tokens of this page, by where they are kept, and which of those may outlive it. */
export interface Met {
  readonly tokens: Map<string, string>
  readonly kept: Set<string>
}

/** Where forms and signals of one server share theirs, also when they come from two scripts. */
export const metPlace = Symbol.for('bantam visitors')

/** Whether this browser holds a token of a server, kept under that name. */
export const isMet = (name: string): boolean => {
  const met: Met | undefined = Reflect.get(globalThis, metPlace)
  return met?.tokens.has(name) || keeps((one) => one === name)
}

/** Whether the browser keeps something under such a name. Never throws: what is denied keeps nothing. */
export const keeps = (isMeant: (name: string) => boolean): boolean =>
  (['sessionStorage', 'localStorage'] as const).some((area) => {
    try {
      return Object.keys(globalThis[area]).some(isMeant)
    } catch {
      return false
    }
  })
