import type { Database } from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Connection, Queries, Reader, Writer } from '../connection.ts'
import { guarded } from '../guard.ts'
import { createLive } from '../live.ts'
import type { Opened } from '../opened.ts'
import { createStores } from '../stores.ts'
import { proveVault } from '../stores/lead-keys.ts'
import type { AuthTables } from '../tables/auth.ts'
import type { Vault } from '../vault.ts'
import { claimDue } from './claim-due.ts'
import { isUniqueViolation, worded } from './failure.ts'
import { openAnother, openFile } from './file.ts'
import { createGroups } from './groups.ts'
import { sqliteTables } from './schema.ts'
import { createWords } from './words.ts'

export interface SqliteOptions {
  /** Path of the database; its folder is made when absent. */
  readonly file: string
  /** Folder of the migrations for SQLite. */
  readonly migrations: string
  readonly vault: Vault
  /** Whether this process is to be the file's one server. */
  readonly isServed?: boolean
  /** Hears what listeners throw. */
  readonly log?: (error: unknown) => void
  /** Must end the process: after a failed commit nobody can know what the disk holds. */
  readonly onFatal?: (error: unknown) => void
  /** Groups that may wait for the next commit before more are refused as overload. */
  readonly mostWaiting?: number
}

/**
 * What accounts are kept with: a connection of its own, whose owner waits its turn when another one writes. The file is
 * up to date already.
 */
export const openAccounts = (
  file: string,
): Opened<BetterSQLite3Database & { $client: Database }, AuthTables>['auth'] => ({
  db: drizzle(openAnother(file)),
  tables: sqliteTables,
  provider: 'sqlite',
})

/** Opens the file, brings it up to date and proves its durability. Throws `DatabaseRefused` when it must not be served. */
export const openSqlite = async ({
  file,
  migrations,
  vault,
  isServed = false,
  log = () => {},
  onFatal = () => process.exit(1),
  mostWaiting = 2000,
}: SqliteOptions): Promise<Opened<BetterSQLite3Database & { $client: Database }, AuthTables>> => {
  const { writer, reader, close, facts } = openFile({ file, migrations, isServed })
  const live = createLive(log)
  // SQLite's queries under their PostgreSQL types, as the tables are: the stores exist once.
  const db = drizzle(reader) as unknown as Queries
  const q = Object.assign(drizzle(writer), createWords(writer)) as unknown as Reader & Writer
  const groups = createGroups({ client: writer, q, announce: live.announce, onFatal, mostWaiting })
  const connection: Connection = {
    db,
    tables: sqliteTables,
    vault,
    atomically: groups.atomically,
    claimDue: claimDue({ db, q, groups }),
    isUniqueViolation,
  }
  await proveVault(connection)
  return {
    storage: {
      ...guarded(createStores(connection), worded),
      onEvents: live.onEvents,
      onOutbox: live.onOutbox,
      async ready() {
        reader.prepare('SELECT 1').get()
      },
      async close() {
        groups.close()
        close()
      },
    },
    auth: { db: drizzle(writer), tables: sqliteTables, provider: 'sqlite' },
    facts: { database: 'sqlite', file, ...facts },
  }
}
