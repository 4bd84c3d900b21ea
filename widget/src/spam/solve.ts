import { hashOf } from './sha256.ts'

/** What an ALTCHA challenge (version 2, SHA-256, cost 1) asks for: all but the prefix in hex. */
export interface Work {
  readonly salt: string
  readonly nonce: string
  /** How the hash of salt, nonce and counter begins, in hex; at least four bytes. */
  readonly keyPrefix: string
}

export interface Solution {
  readonly counter: number
  readonly derivedKey: string
}

/** Goes on for as long as `isOver` is false, asked every few hashes; undefined when there is more to do. */
export type Solver = (isOver: () => boolean) => Solution | undefined

/** Hashes between two looks at the time: a fraction of a millisecond also before the browser has compiled them. */
const stretch = 16

/** Tries counters from 0; a server sets the work so that one of them fits. */
export const createSolver = ({ salt, nonce, keyPrefix }: Work): Solver => {
  const hash = hashOf(bytesOf(salt + nonce))
  const first = new DataView(bytesOf(keyPrefix).buffer).getInt32(0)
  return (isOver) => {
    do {
      for (let i = 0; i < stretch; i++, hash.last++) {
        const found = hash.run()
        if (found[0] !== first) continue
        const derivedKey = hexOf(found)
        if (derivedKey.startsWith(keyPrefix)) return { counter: hash.last, derivedKey }
      }
    } while (!isOver())
    return undefined
  }
}

const bytesOf = (hex: string) =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))

/** By hand: a page that has replaced `Array.from` would let the search go on for ever. */
const hexOf = (words: Int32Array): string => {
  let hex = ''
  for (const word of words) hex += (word >>> 0).toString(16).padStart(8, '0')
  return hex
}
