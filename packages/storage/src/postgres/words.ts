import { QueryPromise } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { QueryConfig } from 'pg'
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

/** Runs one statement on the group's client. */
export type Run = (query: QueryConfig) => Promise<{ rows: unknown[]; rowCount: number | null }>

interface Row {
  [property: string]: unknown
}

interface Statement {
  /** Kept by the server under this name, so that it is planned once per connection. */
  readonly name: string
  readonly text: string
  readonly given: readonly NamedColumn[]
}

/** The many-row words, each as one statement over arrays: a round trip per table instead of one per row. */
export const createWords = () => {
  const prepared = createCache<Statement>()
  let made = 0
  const statement = (text: string, given: readonly NamedColumn[]): Statement => ({
    name: `bantam_${made++}`,
    text,
    given,
  })

  return (run: Run): Pick<Reader, 'matching'> & Pick<Writer, 'insertMany' | 'updateMany'> => {
    const perform = ({ given, ...query }: Statement, rows: readonly Row[]) =>
      run({ ...query, values: arrays(given, rows) })

    const matching = (table: PgTable, keys: readonly Row[]) =>
      lazily(async () => {
        const [first] = keys
        if (!first) return []
        const { rows } = await perform(
          prepared(table, ['match', first], () => statement(...matchText(table, first))),
          keys,
        )
        const columns = allColumns(table)
        return rows.map((row) => decoded(columns, row as Row))
      })

    const insertMany = (table: PgTable, rows: readonly Row[], clash?: Clash) =>
      lazily(async () => {
        const [first] = rows
        if (!first) return nothing
        return perform(
          prepared(table, [`insert ${clash?.then}`, first], () => {
            const given = columnsOf(table, first)
            const text =
              `INSERT INTO ${quotedTable(table)} (${names(given)}) ` +
              `SELECT * FROM ${valuesOf(given)}${onClash(table, given, clash)}`
            return statement(text, given)
          }),
          rows,
        )
      })

    const updateMany = (table: PgTable, rows: readonly Row[], key: readonly string[]) =>
      lazily(async () => {
        const [first] = rows
        if (!first) return nothing
        return perform(
          prepared(table, ['update', first], () => {
            const given = columnsOf(table, first)
            const by = given.filter(({ property }) => key.includes(property))
            const set = given.filter(({ property }) => !key.includes(property))
            const text =
              `UPDATE ${quotedTable(table)} t SET ${set.map(taken).join(', ')} ` +
              `FROM ${valuesOf(given)} WHERE ${by.map(agrees).join(' AND ')}`
            return statement(text, given)
          }),
          rows,
        )
      })

    return { matching, insertMany, updateMany } as ReturnType<ReturnType<typeof createWords>>
  }
}

/**
 * Key by key, so that each is a look-up by index: a join planned while the table was small would read all of it for ever
 * after.
 */
const matchText = (table: PgTable, key: Row) => {
  const given = columnsOf(table, key)
  const wanted = allColumns(table).map(({ name }) => `t.${name}`)
  const text =
    `SELECT ${wanted.join(', ')} FROM ${valuesOf(given)} CROSS JOIN LATERAL ` +
    `(SELECT * FROM ${quotedTable(table)} t WHERE ${given.map(agrees).join(' AND ')} OFFSET 0) t`
  return [text, given] as const
}

/** Like the queries of drizzle, runs when it is awaited: a client does one thing at a time. */
const lazily = <T>(run: () => Promise<T>): QueryPromise<T> =>
  Object.assign(Object.create(QueryPromise.prototype), { execute: run })

const nothing = { rows: [], rowCount: 0 }

const names = (columns: readonly NamedColumn[]) => columns.map(({ name }) => name).join(', ')
const taken = ({ name }: NamedColumn) => `${name} = v.${name}`
const agrees = ({ name }: NamedColumn) => `t.${name} = v.${name}`

/** The given rows as a table `v`, out of one array per column. */
const valuesOf = (columns: readonly NamedColumn[]) =>
  `unnest(${columns.map(({ type }, at) => `$${at + 1}::${type}[]`).join(', ')}) AS v(${names(columns)})`

const arrays = (columns: readonly NamedColumn[], rows: readonly Row[]) =>
  columns.map(({ property, encode }) => rows.map((row) => encode(row[property])))

/** The driver names what it returns by column; records name it by property. */
const decoded = (columns: readonly NamedColumn[], row: Row) => {
  const record: Row = {}
  for (const { property, key, decode } of columns) record[property] = decode(row[key])
  return record
}
