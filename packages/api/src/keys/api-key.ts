import { createHash } from 'node:crypto'
import { customAlphabet } from 'nanoid'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const random = customAlphabet(alphabet, 40)

/** A new API key: `bntm_` and 40 random characters, about 238 bits. */
export const newKey = (): string => `bntm_${random()}`

/** What is stored of a key. Plain SHA-256 will do: there is nothing to guess in 238 random bits. */
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')

/** What lists show of a key. */
export const prefixOf = (key: string): string => key.slice(0, 12)
