import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from './config.ts'

/** A secret that cannot be had: the database's values cannot be read without the right one. */
class UnreadableSecret extends Error {
  override readonly name = 'UnreadableSecret'
}

/**
 * 32 bytes that seal what is secret at rest: derived from SECRET_KEY, else kept beside the data file, made when absent.
 * Throws UnreadableSecret when the kept file is damaged or gone from beside its database, or its folder not one that this
 * process may use.
 */
export const readSecret = ({
  secretKey,
  database,
}: Pick<Config, 'secretKey' | 'database'>): Uint8Array => {
  if (secretKey !== undefined) return createHash('sha256').update(secretKey).digest()
  if (database.kind === 'postgres') throw new UnreadableSecret('PostgreSQL needs SECRET_KEY')
  const folder = dirname(database.file)
  const file = join(folder, 'secret.key')
  if (!existsSync(file) && isDatabase(database.file))
    throw new UnreadableSecret(
      `${folder} has a database without its secret.key. Put back the file that belongs to it, or set the SECRET_KEY that it was filled under.`,
    )
  const secret = Buffer.from(kept(file).trim(), 'base64url')
  if (secret.length !== 32)
    throw new UnreadableSecret(
      `${file} does not hold 32 bytes. Put back the file that belongs to this database.`,
    )
  return secret
}

const isDatabase = (file: string): boolean => {
  try {
    return readFileSync(file, 'latin1').startsWith('SQLite format 3')
  } catch {
    // There is none, or what is wrong with it is told when it is opened.
    return false
  }
}

const kept = (file: string): string => {
  const folder = dirname(file)
  try {
    if (!existsSync(file)) {
      mkdirSync(folder, { recursive: true })
      const secret = randomBytes(32).toString('base64url')
      writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' })
    }
    return readFileSync(file, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UnreadableSecret(
      `DATABASE_URL: ${folder} cannot be used (${why}). Name a folder that Bantam may write.`,
      { cause: error },
    )
  }
}
