import { metPlace, type Met } from './met.ts'
import type { Storage } from './storage.ts'

/** Who this browser is to one server: a token that the server gave it, and nothing else. */
export interface Visitor {
  readonly token: string | undefined
  /** Takes the server's token, for this page alone unless it may be kept. */
  meet(token: string | undefined): void
  /** The visitor agreed: the token may outlive the page, also one that the server gives later. */
  remember(): void
  forget(): void
}

const metHere = (): Met => {
  const known: Met | undefined = Reflect.get(globalThis, metPlace)
  if (known) return known
  const met = { tokens: new Map(), kept: new Set<string>() }
  Reflect.set(globalThis, metPlace, met)
  return met
}

/** `isKept` when the website itself answers for keeping the token before anybody has agreed. */
export const openVisitor = (
  name: string,
  { storage, isKept }: { storage: Storage; isKept: boolean },
): Visitor => {
  const { tokens, kept } = metHere()
  const found = storage.read(name)
  if (typeof found === 'string' && !tokens.has(name)) tokens.set(name, found)
  const keep = () => storage.write(name, tokens.get(name))
  return {
    get token() {
      return tokens.get(name)
    },
    meet(token) {
      if (token === undefined || token === tokens.get(name)) return
      tokens.set(name, token)
      if (isKept || kept.has(name) || storage.read(name) !== null) keep()
    },
    remember() {
      kept.add(name)
      keep()
    },
    forget() {
      tokens.delete(name)
      kept.delete(name)
      storage.write(name, undefined)
    },
  }
}
