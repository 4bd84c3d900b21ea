import {
  bigint,
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

/** The words tables are written in; the SQLite kit answers to the same names. */
export const postgresKit = {
  table: pgTable,
  text: (name: string) => text(name),
  /** 32 bits on PostgreSQL: counts and hundredths only, never epoch milliseconds. */
  int: (name: string) => integer(name),
  real: (name: string) => doublePrecision(name),
  bool: (name: string) => boolean(name),
  /** Key order is not kept on PostgreSQL. */
  json: <T>(name: string) => jsonb(name).$type<T>(),
  /** Millisecond precision, as a JavaScript Date has. */
  instant: (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' }),
  /** Given by the database in the order of insertion; the table's primary key. */
  ordinal: (name: string) =>
    bigint(name, { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
}

export type Kit = typeof postgresKit
