import { asc, inArray, lte } from 'drizzle-orm'
import type { Connection, Queries, Writer } from '../connection.ts'
import type { Groups } from './groups.ts'
import { sqliteTables } from './schema.ts'
import { rowsOf } from './run-group.ts'

/** One update over a subquery; SQLite's single writer keeps two workers apart. An idle look costs no commit. */
export const claimDue =
  ({ db, q, groups }: { db: Queries; q: Writer; groups: Groups }): Connection['claimDue'] =>
  async ({ owner, now, leaseUntil, limit }) => {
    const { outbox } = sqliteTables
    const due = db
      .select({ id: outbox.id })
      .from(outbox)
      .where(lte(outbox.dueAt, now))
      .orderBy(asc(outbox.dueAt))
      .limit(limit)
    if ((await due).length === 0) return []
    return groups.within(() =>
      rowsOf(
        q
          .update(outbox)
          .set({ state: 'sending', leaseOwner: owner, leaseUntil, dueAt: leaseUntil })
          .where(inArray(outbox.id, due))
          .returning(),
      ),
    )
  }
