import Database from 'better-sqlite3'
import pg from 'pg'

/** One row of each table that one submission leaves, as the database holds it. */
export type SameRows = readonly {
  readonly table: string
  readonly row: Readonly<Record<string, unknown>>
}[]

/** Tables that a submission adds rows to, and how each names the submission. */
const tables: readonly (readonly [table: string, column: string, by: 'submission' | 'lead'])[] = [
  ['submissions', 'id', 'submission'],
  ['leads', 'id', 'lead'],
  ['lead_keys', 'lead_id', 'lead'],
  ['events', 'submission_id', 'submission'],
  ['outbox', 'submission_id', 'submission'],
]

/** Reads what the newest submission left, so that a bare server can write the very same. */
export const readSameRows = async (databaseUrl: string): Promise<SameRows> => {
  const { all, close } = await reader(databaseUrl)
  const [newest] = await all('SELECT id, lead_id FROM submissions ORDER BY id DESC LIMIT 1', [])
  const ids = { submission: newest?.['id'], lead: newest?.['lead_id'] }
  const rows = []
  for (const [table, column, by] of tables)
    for (const row of await all(`SELECT * FROM ${table} WHERE ${column} = $1`, [ids[by]]))
      rows.push({ table, row: withoutSerial(row) })
  await close()
  return rows
}

/** What the database counts by itself is not written. */
const withoutSerial = ({ ordinal: _counted, ...row }: Record<string, unknown>) => row

const reader = async (databaseUrl: string) => {
  if (databaseUrl.startsWith('file:')) {
    const client = new Database(databaseUrl.slice('file:'.length), { readonly: true })
    return {
      all: async (text: string, values: unknown[]) =>
        client.prepare(text.replaceAll('$1', '?')).all(...values) as Record<string, unknown>[],
      close: async () => void client.close(),
    }
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  return {
    all: async (text: string, values: unknown[]) =>
      (await client.query(text, values)).rows as Record<string, unknown>[],
    close: () => client.end(),
  }
}
