import type { Database } from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { DatabaseRefused } from '../refusal.ts'
import { codeOf } from './failure.ts'

/** Brings the file up to date. Refuses a file that is no database, is damaged, is not Bantam's or was written by a newer one. */
export const bringUpToDate = (
  client: Database,
  { file, migrations }: { file: string; migrations: string },
): void => {
  const known = new Set(
    readMigrationFiles({ migrationsFolder: migrations }).map(({ hash }) => hash),
  )
  for (const hash of recorded(client, file))
    if (!known.has(hash))
      throw new DatabaseRefused(
        'database-newer',
        `${file} was written by a newer version of Bantam. Start that version, or restore a backup made before the upgrade.`,
      )
  migrate(drizzle(client), { migrationsFolder: migrations })
}

const recorded = (client: Database, file: string): string[] => {
  const tables = client
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`)
    .all()
  if (tables.length === 0) return []
  if (!tables.some(({ name }) => name === '__drizzle_migrations'))
    throw new DatabaseRefused(
      'database-unreadable',
      `${file} is a database, but not one of Bantam's. Name another file in DATABASE_URL.`,
    )
  return client
    .prepare<[], { hash: string }>('SELECT hash FROM __drizzle_migrations')
    .all()
    .map(({ hash }) => hash)
}

/** Runs `open`, naming the file and the way out when SQLite cannot read it. */
export const refusingUnreadable = <T>(file: string, open: () => T): T => {
  try {
    return open()
  } catch (error) {
    if (!isOfTheFile(error)) throw error
    throw new DatabaseRefused(
      'database-unreadable',
      `${file} cannot be opened as a database (${error instanceof Error ? error.message : 'unknown cause'}). ` +
        'Check its path and permissions; if it is damaged, move it away and restore a backup.',
      error,
    )
  }
}

const isOfTheFile = (error: unknown) =>
  codeOf(error) !== '' || (error instanceof Error && 'errno' in error)
