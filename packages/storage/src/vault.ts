import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** 32 bytes of AES-256-GCM. */
export type Key = Uint8Array

/** Keeps personal values unreadable at rest. What it gives is nonce, tag and ciphertext, each in base64. */
export interface Vault {
  /** Seals what belongs to nobody in particular: secrets, unfinished conversations. */
  readonly master: Key
  newKey(): Key
  /** A key as it may lie in the database: sealed with the master key. */
  wrap(key: Key): string
  unwrap(wrapped: string): Key
  seal(key: Key, text: string): string
  /** The text that was sealed, which authentication guarantees. Throws when the key is another or a byte has changed. */
  open(key: Key, sealed: string): string
}

/** Unwrapping costs as much as opening, and the same leads are read over and over. */
const cachedKeys = 2000

/** `masterKey` is 32 bytes and is the only thing that must be kept apart from the database. */
export const createVault = (masterKey: Uint8Array): Vault => {
  if (masterKey.length !== 32) throw new RangeError('the master key must be 32 bytes long')
  const unwrapped = new Map<string, Key>()
  const remember = (wrapped: string, key: Key) => {
    unwrapped.delete(wrapped)
    unwrapped.set(wrapped, key)
    if (unwrapped.size > cachedKeys) {
      const [oldest] = unwrapped.keys()
      if (oldest !== undefined) unwrapped.delete(oldest)
    }
    return key
  }
  return {
    master: masterKey,
    newKey: () => fresh(32),
    wrap(key) {
      const wrapped = seal(masterKey, Buffer.from(key).toString('base64'))
      remember(wrapped, key)
      return wrapped
    },
    unwrap: (wrapped) =>
      remember(wrapped, unwrapped.get(wrapped) ?? Buffer.from(open(masterKey, wrapped), 'base64')),
    seal,
    open,
  }
}

const nonceLength = 12
/** Characters of nonce and tag in base64. */
const nonceEnd = 16
const tagEnd = nonceEnd + 24

// From text to text inside the cipher: each buffer in between would be made and thrown away once per submission.
const seal = (key: Key, text: string): string => {
  const nonce = fresh(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = cipher.update(text, 'utf8', 'base64') + cipher.final('base64')
  return nonce.toString('base64') + cipher.getAuthTag().toString('base64') + body
}

const open = (key: Key, sealed: string): string => {
  const nonce = Buffer.from(sealed.slice(0, nonceEnd), 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAuthTag(Buffer.from(sealed.slice(nonceEnd, tagEnd), 'base64'))
  return decipher.update(sealed.slice(tagEnd), 'base64', 'utf8') + decipher.final('utf8')
}

/** Chance is drawn for many keys and nonces at once: asking for each costs as much as the sealing. */
const chance = { bytes: Buffer.alloc(0), used: 0 }
const drawn = 8192

const fresh = (length: number): Buffer => {
  if (chance.used + length > chance.bytes.length) {
    chance.bytes = randomBytes(drawn)
    chance.used = 0
  }
  chance.used += length
  return chance.bytes.subarray(chance.used - length, chance.used)
}
