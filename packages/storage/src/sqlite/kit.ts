import {
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Kit } from '../postgres/kit.ts'

const kit = {
  table: sqliteTable,
  text: (name: string) => text(name),
  int: (name: string) => integer(name),
  real: (name: string) => real(name),
  bool: (name: string) => integer(name, { mode: 'boolean' }),
  json: <T>(name: string) => text(name, { mode: 'json' }).$type<T>(),
  instant: (name: string) => integer(name, { mode: 'timestamp_ms' }),
  ordinal: (name: string) => integer(name).primaryKey({ autoIncrement: true }),
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
}

/** SQLite's builders under their PostgreSQL types: the first of the two casts that make one set of tables and stores. */
export const sqliteKit = kit satisfies Record<keyof Kit, unknown> as unknown as Kit
