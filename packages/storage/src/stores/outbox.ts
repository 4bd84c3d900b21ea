import { and, asc, count, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { touches, type Connection } from '../connection.ts'
import { beyond, pageOf } from '../page.ts'
import type { OutboxStore } from '../port.ts'
import { outboxOf } from './outbox-row.ts'

const wake = { events: [], hasOutbox: true }

export const createOutboxStore = (connection: Connection): OutboxStore => {
  const { db, tables, claimDue, atomically } = connection
  const { outbox } = tables
  const dueAgain = (now: Date) =>
    ({
      state: 'waiting',
      nextAt: now,
      dueAt: now,
      leaseOwner: null,
      leaseUntil: null,
      doneAt: null,
    }) as const

  return {
    async claimDue(claim) {
      return (await claimDue(claim)).map(outboxOf)
    },

    settle: (owner, { id, state, attempts, nextAt, lastError, now }) =>
      touches(connection, (q) =>
        q
          .update(outbox)
          .set({
            state,
            attempts,
            nextAt,
            dueAt: state === 'waiting' ? nextAt : null,
            leaseOwner: null,
            leaseUntil: null,
            lastError: lastError ?? null,
            doneAt: state === 'done' ? now : null,
          })
          .where(and(eq(outbox.id, id), eq(outbox.state, 'sending'), eq(outbox.leaseOwner, owner))),
      ),

    async nextDue() {
      const [row] = await db
        .select({ dueAt: outbox.dueAt })
        .from(outbox)
        .where(isNotNull(outbox.dueAt))
        .orderBy(asc(outbox.dueAt))
        .limit(1)
      return row?.dueAt ?? undefined
    },

    async page(workspaceId, { limit, cursor, state }) {
      const rows = await db
        .select()
        .from(outbox)
        .where(
          and(
            eq(outbox.workspaceId, workspaceId),
            state && eq(outbox.state, state),
            beyond([outbox.id], cursor),
          ),
        )
        .orderBy(desc(outbox.id))
        .limit(limit + 1)
      return pageOf(rows, { limit, mark: (row) => [row.id], item: outboxOf })
    },

    async find(workspaceId, id) {
      const [row] = await db
        .select()
        .from(outbox)
        .where(and(eq(outbox.workspaceId, workspaceId), eq(outbox.id, id)))
      return row && outboxOf(row)
    },

    replay: (workspaceId, id, now) =>
      touches(
        connection,
        (q) =>
          q
            .update(outbox)
            .set({ ...dueAgain(now), attempts: 0 })
            .where(
              and(
                eq(outbox.workspaceId, workspaceId),
                eq(outbox.id, id),
                inArray(outbox.state, ['dead', 'held', 'done']),
              ),
            ),
        wake,
      ),

    releaseHeld: (now) =>
      atomically({
        lock: ['outbox:held'],
        read: (q) => ({
          held: q.select({ total: count() }).from(outbox).where(eq(outbox.state, 'held')),
        }),
        decide: ({ held: [held] }) => ({
          value: held?.total ?? 0,
          steps: [
            {
              write: (q) => q.update(outbox).set(dueAgain(now)).where(eq(outbox.state, 'held')),
            },
          ],
          announces: { events: [], hasOutbox: (held?.total ?? 0) > 0 },
        }),
      }),

    async pending() {
      const [row] = await db.select({ total: count() }).from(outbox).where(isNotNull(outbox.dueAt))
      return row?.total ?? 0
    },
  }
}
