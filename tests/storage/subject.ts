import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVault, type Storage } from '@bantam/storage'
import { openPostgres } from '@bantam/storage/postgres'
import { openSqlite } from '@bantam/storage/sqlite'
import type { TestPostgres } from '../postgres.ts'

/** One database under test, with a way around the stores. */
export interface Subject {
  readonly name: 'sqlite' | 'postgres'
  readonly storage: Storage
  /** Runs one statement of standard SQL. */
  query(text: string): Promise<unknown[]>
  /** The present instant as a literal of this database. */
  readonly now: string
  close(): Promise<void>
}

export const vault = createVault(new Uint8Array(32).fill(7))

export const migrationsOf = (dialect: 'sqlite' | 'postgres'): string =>
  join(import.meta.dirname, '../../migrations', dialect)

/** A database file in a folder of its own, removed at the end. */
export const openSqliteSubject = async (): Promise<Subject & { file: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'bantam-storage-'))
  const file = join(folder, 'bantam.db')
  const { storage, auth } = await openSqlite({ file, migrations: migrationsOf('sqlite'), vault })
  return {
    name: 'sqlite',
    file,
    storage,
    async query(text) {
      const statement = auth.db.$client.prepare(text)
      return statement.reader ? statement.all() : [statement.run()]
    },
    now: '0',
    async close() {
      await storage.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A node on a database of its own, or on the one at `url`. */
export const openPostgresSubject = async (
  server: TestPostgres,
  url?: string,
): Promise<Subject & { url: string }> => {
  const address = url ?? (await server.createDatabase())
  const { storage, auth } = await openPostgres({
    url: address,
    migrations: migrationsOf('postgres'),
    vault,
    allowUnsafe: true,
  })
  return {
    name: 'postgres',
    url: address,
    storage,
    query: async (text) => (await auth.db.$client.query(text)).rows,
    now: 'now()',
    close: () => storage.close(),
  }
}
