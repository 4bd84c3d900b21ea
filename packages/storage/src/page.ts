import { sql, type Column, type SQL } from 'drizzle-orm'
import type { PageOf } from './port.ts'
import { InvalidCursor } from './refusal.ts'

/** The last row of a page as its list is ordered: descending numbers or instants, then the id. */
export type Mark = readonly [...(number | Date)[], string]

/** Rows that come after `cursor` in a list ordered by `columns`, all descending; nothing without a cursor. */
export const beyond = (columns: readonly Column[], cursor: string | undefined): SQL | undefined => {
  if (cursor === undefined) return undefined
  const values = readCursor(cursor, columns)
  return sql`(${sql.join([...columns], sql`, `)}) < (${sql.join(
    columns.map((column, at) => sql.param(values[at], column)),
    sql`, `,
  )})`
}

/** A page of `limit` items out of rows read with `limit + 1`. */
export const pageOf = <R, T>(
  rows: readonly R[],
  { limit, mark, item }: { limit: number; mark: (row: R) => Mark; item: (row: R) => T },
): PageOf<T> => {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(item),
    next: last === undefined ? undefined : writeCursor(mark(last)),
  }
}

const writeCursor = (mark: Mark) =>
  Buffer.from(
    JSON.stringify(mark.map((value) => (value instanceof Date ? value.getTime() : value))),
  ).toString('base64url')

const endOfYear9999 = 253_402_300_799_999
const largestInt = 2 ** 31 - 1

const readCursor = (cursor: string, columns: readonly Column[]): unknown[] => {
  const values = parsed(cursor)
  if (!Array.isArray(values) || values.length !== columns.length) throw refused()
  return columns.map((column, at) => {
    const value: unknown = values[at]
    if (column.dataType === 'string') {
      if (typeof value !== 'string' || !/^[\w.:-]{1,100}$/.test(value)) throw refused()
      return value
    }
    const largest = column.dataType === 'date' ? endOfYear9999 : largestInt
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > largest)
      throw refused()
    return column.dataType === 'date' ? new Date(value) : value
  })
}

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw refused()
  }
}

const refused = () =>
  new InvalidCursor('The cursor was not made by this list. Take it from `next` of the page before.')
