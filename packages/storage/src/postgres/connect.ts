import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Connection } from '../connection.ts'
import { guarded } from '../guard.ts'
import type { Opened } from '../opened.ts'
import { createStores } from '../stores.ts'
import { proveVault } from '../stores/lead-keys.ts'
import type { AuthTables } from '../tables/auth.ts'
import type { Vault } from '../vault.ts'
import { claimDue } from './claim-due.ts'
import { isUniqueViolation, worded } from './failure.ts'
import { createGroups } from './groups.ts'
import { watchGrowth } from './growth.ts'
import { listenToNodes } from './live.ts'
import { bringUpToDate, durabilityOf } from './migrate.ts'
import { notification } from './notice.ts'
import { postgresTables } from './schema.ts'
import { createWords } from './words.ts'

export interface PostgresOptions {
  /** `postgres://…` */
  readonly url: string
  /** Folder of the migrations for PostgreSQL. */
  readonly migrations: string
  readonly vault: Vault
  /** Hears what listeners throw and of lost connections. */
  readonly log?: (error: unknown) => void
  /** Takes a server that would lose commits at a power cut: for throwaway ones only. */
  readonly allowUnsafe?: boolean
  /** Connections of the pool; one more listens. */
  readonly connections?: number
  /** Groups that may wait for a connection before more are refused as overload. */
  readonly mostWaiting?: number
}

/** Connects, brings the database up to date and checks its durability. Throws `DatabaseRefused` when it must not be served. */
export const openPostgres = async ({
  url,
  migrations,
  vault,
  log = () => {},
  allowUnsafe = false,
  connections = 8,
  mostWaiting = 2000,
}: PostgresOptions): Promise<Opened<NodePgDatabase & { $client: pg.Pool }, AuthTables>> => {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // What a group asks at once travels at once: most of a batch's time would be round trips.
    pipeline: true,
  })
  pool.on('error', log)
  // A client in use has no listener of the pool's: without one, losing its connection would end the process.
  pool.on('connect', (client) => client.on('error', log))
  try {
    const facts = await prepare(pool, { migrations, allowUnsafe })
    const db = drizzle(pool)
    await proveVault({ db, tables: postgresTables, vault })
    const wordsOn = createWords()
    const { matching } = wordsOn((query) => pool.query(query))
    const live = await listenToNodes({ url, db, matching, log })
    live.onEvents(watchGrowth(pool, log))
    const connection: Connection = {
      db,
      tables: postgresTables,
      vault,
      ...createGroups({ pool, wordsOn, notification, mostWaiting }),
      claimDue: claimDue(db),
      isUniqueViolation,
    }
    return {
      storage: {
        ...guarded(createStores(connection), worded),
        onEvents: live.onEvents,
        onOutbox: live.onOutbox,
        async ready() {
          await pool.query('SELECT 1').catch((error: unknown) => {
            throw worded(error)
          })
        },
        async close() {
          await live.close()
          await pool.end()
        },
      },
      auth: { db, tables: postgresTables, provider: 'pg' },
      facts: { database: 'postgres', ...facts },
    }
  } catch (error) {
    await pool.end()
    throw worded(error)
  }
}

const prepare = async (
  pool: pg.Pool,
  { migrations, allowUnsafe }: { migrations: string; allowUnsafe: boolean },
) => {
  const client = await pool.connect()
  try {
    const facts = await durabilityOf(client, { allowUnsafe })
    await bringUpToDate(client, migrations)
    return facts
  } finally {
    client.release()
  }
}
