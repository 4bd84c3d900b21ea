import type { PgDatabase, PgQueryResultHKT, PgTable } from 'drizzle-orm/pg-core'
import type { Clash } from './columns.ts'
import type { EventRecord } from './port.ts'
import type { Tables } from './tables.ts'
import type { Vault } from './vault.ts'

/** Queries are written once, in PostgreSQL's flavour; SQLite is presented under the same type. */
export type Queries = Pick<PgDatabase<PgQueryResultHKT>, 'select' | 'insert' | 'update' | 'delete'>

type RowOf<T extends PgTable> = T['$inferSelect']
type NewRowOf<T extends PgTable> = T['$inferInsert']

/** What a group may read with. */
export interface Reader extends Pick<Queries, 'select'> {
  /** The rows that agree with one of `keys` in every column named there; keys are told apart by the caller. */
  matching<T extends PgTable, K extends keyof RowOf<T> & string>(
    table: T,
    keys: readonly Pick<RowOf<T>, K>[],
  ): PromiseLike<RowOf<T>[]>
}

/** What a step may write with. Rows given together name the same columns. */
export interface Writer extends Pick<Queries, 'insert' | 'update' | 'delete'> {
  /**
   * On a clash of `key`, `ignore` keeps the stored row, `replace` takes the new one and `add` sums what is no key; without
   * it the group fails.
   */
  insertMany<T extends PgTable>(
    table: T,
    rows: readonly NewRowOf<T>[],
    onClash?: Clash<keyof RowOf<T> & string>,
  ): PromiseLike<unknown>
  /** Sets the other columns of each row where those of `key` agree. */
  updateMany<T extends PgTable, K extends keyof NewRowOf<T> & string>(
    table: T,
    rows: readonly Pick<NewRowOf<T>, K>[],
    key: readonly K[],
  ): PromiseLike<unknown>
}

export interface Step {
  readonly write: (q: Writer) => PromiseLike<unknown>
  /** Abandons the group with this error when the write touches no row. */
  readonly orFail?: () => Error
}

/** What listeners hear after the commit. */
export interface Announcement {
  readonly events: readonly EventRecord[]
  readonly hasOutbox: boolean
}

export interface Decision<T> {
  readonly value: T
  readonly steps: readonly Step[]
  readonly announces?: Announcement
}

export type Reads = { readonly [name: string]: PromiseLike<readonly unknown[]> }
export type RowsOf<R extends Reads> = { readonly [K in keyof R]: Awaited<R[K]> }

/**
 * Read, decide, write in one transaction: everything lands or nothing does. `decide` is pure and synchronous and may run again
 * after a clash with another node; throwing in it abandons the group.
 */
export interface Group<R extends Reads, M extends Reads, T> {
  /** Names of what groups contend for; one group at a time holds a name. SQLite has one writer and needs none. */
  readonly lock?: readonly string[]
  readonly read: (q: Reader) => R
  /** Reads that depend on the first. */
  readonly readNext?: (q: Reader, rows: RowsOf<R>) => M
  /** `more` is what `readNext` asked for. */
  readonly decide: (rows: RowsOf<R>, more: RowsOf<M>) => Decision<T>
}

/** One database, as the stores see it. */
export interface Connection {
  /** Plain reads; contended state is read in a group. */
  readonly db: Pick<Queries, 'select'>
  readonly tables: Tables
  readonly vault: Vault
  atomically<R extends Reads, T, M extends Reads = Reads>(group: Group<R, M, T>): Promise<T>
  /** Leases due outbox rows; of two workers that ask at once, each row goes to one. */
  claimDue(claim: {
    owner: string
    now: Date
    leaseUntil: Date
    limit: number
  }): Promise<Tables['outbox']['$inferSelect'][]>
  isUniqueViolation(error: unknown): boolean
}

/** A group that has nothing to read. */
export const apply = (
  { atomically }: Pick<Connection, 'atomically'>,
  steps: readonly Step[],
  announces?: Announcement,
): Promise<void> =>
  atomically({
    read: () => ({}),
    decide: () => ({ value: undefined, steps, ...(announces && { announces }) }),
  })

/** One write alone; false when it touched no row. */
export const touches = async (
  connection: Pick<Connection, 'atomically'>,
  write: Step['write'],
  announces?: Announcement,
): Promise<boolean> => {
  const untouched = new Error('the write touched no row')
  try {
    await apply(connection, [{ write, orFail: () => untouched }], announces)
    return true
  } catch (error) {
    if (error === untouched) return false
    throw error
  }
}
