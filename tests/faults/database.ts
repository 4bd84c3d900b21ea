import { fileURLToPath } from 'node:url'
import { createVault } from '@bantam/storage'
import { openPostgres } from '@bantam/storage/postgres'
import { openSqlite } from '@bantam/storage/sqlite'

/** A product's database, read beside the product. */
export interface Database {
  /** What the storage says of itself, as at boot. */
  readonly facts: { readonly [name: string]: string }
  query<Row>(text: string): Promise<readonly Row[]>
  close(): Promise<void>
}

const migrationsOf = (dialect: string) =>
  fileURLToPath(new URL(`../../migrations/${dialect}`, import.meta.url))
// Only plain columns are read: what is sealed stays so, whatever the secret is.
const vault = { ...createVault(new Uint8Array(32)), unwrap: () => new Uint8Array(32) }

/** Opens what DATABASE_URL names. */
export const openDatabase = async (url: string): Promise<Database> => {
  if (!url.startsWith('file:')) {
    const { storage, auth, facts } = await openPostgres({
      url,
      migrations: migrationsOf('postgres'),
      vault,
    })
    return {
      facts,
      query: async <Row>(text: string) => (await auth.db.$client.query(text)).rows as Row[],
      close: () => storage.close(),
    }
  }
  const file = url.slice('file:'.length)
  const { storage, auth, facts } = await openSqlite({
    file,
    migrations: migrationsOf('sqlite'),
    vault,
  })
  return {
    facts,
    async query<Row>(text: string) {
      const statement = auth.db.$client.prepare(text)
      if (statement.reader) return statement.all() as Row[]
      statement.run()
      return []
    },
    close: () => storage.close(),
  }
}
