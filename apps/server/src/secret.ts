import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from './config.ts'

/** A secret file that is not what was written there: the database's values cannot be read without the right one. */
class UnreadableSecret extends Error {
  override readonly name = 'UnreadableSecret'
}

/**
 * 32 bytes that seal what is secret at rest: derived from SECRET_KEY, else kept beside the data file, made when absent.
 * Throws UnreadableSecret when the kept file is damaged.
 */
export const readSecret = ({
  secretKey,
  database,
}: Pick<Config, 'secretKey' | 'database'>): Uint8Array => {
  if (secretKey !== undefined) return createHash('sha256').update(secretKey).digest()
  if (database.kind === 'postgres') throw new UnreadableSecret('PostgreSQL needs SECRET_KEY')
  const folder = dirname(database.file)
  const file = join(folder, 'secret.key')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  }
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (secret.length !== 32)
    throw new UnreadableSecret(
      `${file} does not hold 32 bytes. Put back the file that belongs to this database.`,
    )
  return secret
}
