import { asc, inArray, lte } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Connection } from '../connection.ts'
import { postgresTables } from './schema.ts'

/** Workers that ask at once pass over each other's rows instead of waiting for them. */
export const claimDue =
  (db: NodePgDatabase): Connection['claimDue'] =>
  async ({ owner, now, leaseUntil, limit }) => {
    const { outbox } = postgresTables
    const due = db
      .select({ id: outbox.id })
      .from(outbox)
      .where(lte(outbox.dueAt, now))
      .orderBy(asc(outbox.dueAt))
      .limit(limit)
      .for('update', { skipLocked: true })
    return db
      .update(outbox)
      .set({ state: 'sending', leaseOwner: owner, leaseUntil, dueAt: leaseUntil })
      .where(inArray(outbox.id, due))
      .returning()
  }
