import type { Storage } from './storage.ts'

/** Who this browser is to one server: a token that the server gave it, and nothing else. */
export interface Visitor {
  readonly token: string | undefined
  /** Takes the server's token, for this page alone unless it may be kept. */
  meet(token: string | undefined): void
  /** The visitor agreed to hear from the form's owner: the token may outlive the page. */
  remember(): void
  forget(): void
}

/** Tokens of this page, by where they are kept: forms of one server share theirs. */
const met = new Map<string, string>()

/** `isKept` when the website itself answers for keeping the token before anybody has agreed. */
export const openVisitor = (
  name: string,
  { storage, isKept }: { storage: Storage; isKept: boolean },
): Visitor => {
  const kept = storage.read(name)
  if (typeof kept === 'string' && !met.has(name)) met.set(name, kept)
  const remember = () => storage.write(name, met.get(name))
  return {
    get token() {
      return met.get(name)
    },
    meet(token) {
      if (token === undefined || token === met.get(name)) return
      met.set(name, token)
      if (isKept || storage.read(name) !== null) remember()
    },
    remember,
    forget() {
      met.delete(name)
      storage.write(name, undefined)
    },
  }
}
