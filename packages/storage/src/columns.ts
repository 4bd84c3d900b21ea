import { getTableColumns, getTableName, type Column } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/** A column with the two translations between our values and the driver's. */
export interface NamedColumn {
  readonly property: string
  /** As the database has it, and quoted. */
  readonly key: string
  readonly name: string
  readonly type: string
  encode(value: unknown): unknown
  decode(value: unknown): unknown
}

const named = (property: string, column: Column): NamedColumn => ({
  property,
  key: column.name,
  name: quoted(column.name),
  type: column.getSQLType(),
  encode: (value) =>
    value === null || value === undefined ? null : column.mapToDriverValue(value),
  decode: (value) => (value === null ? null : column.mapFromDriverValue(value)),
})

export const allColumns = (table: PgTable): NamedColumn[] =>
  Object.entries(getTableColumns(table)).map(([property, column]) => named(property, column))

/** The columns that `row` names, in its order. Throws for a name that the table does not have. */
export const columnsOf = (table: PgTable, row: object): NamedColumn[] => {
  const columns: { [property: string]: Column } = getTableColumns(table)
  return Object.keys(row).map((property) => {
    const column = columns[property]
    if (!column) throw new Error(`${getTableName(table)} has no column ${property}`)
    return named(property, column)
  })
}

const quoted = (name: string): string => `"${name}"`
export const quotedTable = (table: PgTable): string => quoted(getTableName(table))

/** What becomes of a row whose key is there already: it is dropped, takes the other's place, or is added to its numbers. */
export interface Clash<K extends string = string> {
  readonly key: readonly K[]
  readonly then: 'ignore' | 'replace' | 'add'
}

/** `ON CONFLICT` for a many-row insert, or nothing. */
export const onClash = (
  table: PgTable,
  columns: readonly NamedColumn[],
  clash: Clash | undefined,
): string => {
  if (!clash) return ''
  const isKey = ({ property }: NamedColumn) => clash.key.includes(property)
  const target = columns.filter(isKey).map(({ name }) => name)
  const taken = columns
    .filter((column) => !isKey(column))
    .map(({ name }) =>
      clash.then === 'add'
        ? `${name} = ${quotedTable(table)}.${name} + excluded.${name}`
        : `${name} = excluded.${name}`,
    )
  const action = clash.then === 'ignore' ? 'NOTHING' : `UPDATE SET ${taken.join(', ')}`
  return ` ON CONFLICT (${target.join(', ')}) DO ${action}`
}

/** What was prepared for a table, a purpose and the columns a row names, so that it is prepared once. */
export const createCache = <T>() => {
  const tables = new Map<PgTable, Map<string, T>>()
  return (table: PgTable, [purpose, row]: readonly [string, object], prepare: () => T): T => {
    const known = tables.get(table) ?? new Map<string, T>()
    tables.set(table, known)
    const name = `${purpose} ${Object.keys(row).join()}`
    const prepared = known.get(name) ?? prepare()
    known.set(name, prepared)
    return prepared
  }
}
