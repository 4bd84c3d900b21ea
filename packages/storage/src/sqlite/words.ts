import type { Database, Statement } from 'better-sqlite3'
import type { PgTable } from 'drizzle-orm/pg-core'
import {
  allColumns,
  columnsOf,
  createCache,
  onClash,
  quotedTable,
  type Clash,
  type NamedColumn,
} from '../columns.ts'
import type { Reader, Writer } from '../connection.ts'

/** What a query of SQLite answers to, under its promise-like type. */
export interface Synchronous {
  all(): unknown[]
  run(): { changes: number }
}

/** The many-row words as cached prepared statements run in a loop: an order faster than building queries. */
export const createWords = (
  client: Database,
): Pick<Reader, 'matching'> & Pick<Writer, 'insertMany' | 'updateMany'> => {
  const prepared = createCache<Prepared>()

  const matching = (table: PgTable, keys: readonly Row[]) => ({
    all() {
      const [first] = keys
      if (!first) return []
      const { statement, given, taken } = prepared(table, ['match', first], () =>
        matchOf(table, first),
      )
      return keys.flatMap((key) =>
        statement.all(encoded(given, key)).map((row) => decoded(taken, row)),
      )
    },
  })

  const matchOf = (table: PgTable, key: Row): Prepared => {
    const given = columnsOf(table, key)
    const taken = allColumns(table)
    const text =
      `SELECT ${names(taken)} FROM ${quotedTable(table)} ` +
      `WHERE ${given.map(isGiven).join(' AND ')}`
    return { statement: client.prepare(text).raw(), given, taken }
  }

  const insertMany = (table: PgTable, rows: readonly Row[], clash?: Clash) => ({
    run() {
      const [first] = rows
      if (!first) return { changes: 0 }
      return runEach(
        rows,
        prepared(table, [`insert ${clash?.then}`, first], () => {
          const given = columnsOf(table, first)
          const holes = given.map(() => '?').join(', ')
          const text = `INSERT INTO ${quotedTable(table)} (${names(given)}) VALUES (${holes})${onClash(table, given, clash)}`
          return { statement: client.prepare(text), given, taken: [] }
        }),
      )
    },
  })

  const updateMany = (table: PgTable, rows: readonly Row[], key: readonly string[]) => ({
    run() {
      const [first] = rows
      if (!first) return { changes: 0 }
      return runEach(
        rows,
        prepared(table, ['update', first], () => {
          const columns = columnsOf(table, first)
          const by = columns.filter(({ property }) => key.includes(property))
          const set = columns.filter(({ property }) => !key.includes(property))
          const text = `UPDATE ${quotedTable(table)} SET ${set.map(isGiven).join(', ')} WHERE ${by.map(isGiven).join(' AND ')}`
          return { statement: client.prepare(text), given: [...set, ...by], taken: [] }
        }),
      )
    },
  })

  // Like the tables, the words are presented under their PostgreSQL types; only the group runner calls `all` and `run`.
  return { matching, insertMany, updateMany } as unknown as ReturnType<typeof createWords>
}

interface Row {
  [property: string]: unknown
}

interface Prepared {
  readonly statement: Statement
  readonly given: readonly NamedColumn[]
  readonly taken: readonly NamedColumn[]
}

const names = (columns: readonly NamedColumn[]) => columns.map(({ name }) => name).join(', ')
const isGiven = ({ name }: NamedColumn) => `${name} = ?`

const encoded = (columns: readonly NamedColumn[], row: Row) =>
  columns.map((column) => column.encode(row[column.property]))

const decoded = (columns: readonly NamedColumn[], row: unknown) => {
  const values = row as readonly unknown[]
  const record: Row = {}
  for (const [at, { property, decode }] of columns.entries()) record[property] = decode(values[at])
  return record
}

const runEach = (rows: readonly Row[], { statement, given }: Prepared) => {
  let changes = 0
  for (const row of rows) changes += statement.run(encoded(given, row)).changes
  return { changes }
}
