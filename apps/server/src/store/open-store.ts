import { join } from 'node:path'
import type { AuthOptions } from '@bantam/api'
import { createIntake, type Intake } from '@bantam/api/intake'
import { createVault, type Storage } from '@bantam/storage'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { newId } from '../new-id.ts'
import { startStore } from './start-store.ts'

/** The database as the product works with it. */
export interface Store {
  readonly storage: Storage
  readonly intake: Intake
  /** What accounts are kept with; a connection of its own, made when it is asked for. */
  readonly accounts: () => Promise<Pick<AuthOptions, 'db' | 'tables' | 'provider'>>
  /** What the database says of itself: its kind and how safely it writes. */
  readonly facts: object
  /** Whoever decides on submissions reads the published definitions anew. */
  forget(): void
}

interface Opening {
  readonly root: string
  readonly secret: Uint8Array
  readonly log: Logger
}

/** Opens the database that the settings name, in this thread. Throws what storage refuses, in words. */
export const openStore = async (config: Config, opening: Opening): Promise<Store> => {
  const { storage, auth, facts } =
    config.database.kind === 'sqlite'
      ? await (
          await import('@bantam/storage/sqlite')
        ).openSqlite({ file: config.database.file, ...common('sqlite', opening) })
      : await (
          await import('@bantam/storage/postgres')
        ).openPostgres({ url: config.database.url, ...common('postgres', opening) })
  const hasMailServer = config.smtpUrl !== undefined
  return {
    storage,
    facts,
    accounts: async () => auth,
    intake: createIntake(storage, { clock: () => new Date(), newId, hasMailServer }),
    forget() {},
  }
}

/**
 * The same for serving: a SQLite file gets a thread of its own, so that HTTP never waits for the disk. PostgreSQL is
 * elsewhere already.
 */
export const openServingStore = async (config: Config, opening: Opening): Promise<Store> => {
  if (config.database.kind === 'postgres') return openStore(config, opening)
  const { file } = config.database
  const { root, secret } = opening
  const started = await startStore(
    {
      file,
      migrations: join(root, 'migrations/sqlite'),
      secret,
      hasMailServer: config.smtpUrl !== undefined,
    },
    { onFailure: reportTo(opening) },
  )
  const accounts = async () => (await import('@bantam/storage/sqlite')).openAccounts(file)
  return { ...started, accounts }
}

const common = (dialect: 'sqlite' | 'postgres', opening: Opening) => ({
  migrations: join(opening.root, 'migrations', dialect),
  vault: createVault(opening.secret),
  log: reportTo(opening),
})

const reportTo =
  ({ log }: Opening) =>
  (error: unknown) =>
    log.error({ error }, 'a listener of the database failed')
