import Database from 'better-sqlite3'
import { DatabaseRefused } from '../refusal.ts'
import { codeOf } from './failure.ts'

/** What a server that was killed leaves behind is given up by the system within this. */
const patience = 2000

/**
 * Makes this process the one server of a file: each hears only its own commits, so the inbox of a second one would stay
 * behind, and a newer one would change the tables beneath an older. Kept as a lock of the system on a file beside it,
 * which ends with the process however that ends; commands of the terminal need none. Throws `DatabaseRefused`.
 */
export const beginTenure = (file: string): { end(): void } => {
  const held = new Database(`${file}-server`, { timeout: patience })
  try {
    held.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    held.close()
    if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error
    throw new DatabaseRefused(
      'database-in-use',
      `${file} is served by another process already. Stop that one, name another file in DATABASE_URL, or use PostgreSQL, which several servers may share.`,
    )
  }
  return { end: () => void held.close() }
}
