import { and, asc, desc, eq, gt } from 'drizzle-orm'
import { apply, touches, type Connection } from '../connection.ts'
import { StorageConflict, type PoolCredit, type RoutingRecord, type RoutingStore } from '../port.ts'
import type { Tables } from '../tables.ts'

export const createRoutingStore = (connection: Connection): RoutingStore => {
  const { db, tables, atomically } = connection
  const { routings, absences, poolCredits } = tables

  return {
    async live(workspaceId) {
      const [row] = await db
        .select()
        .from(routings)
        .where(eq(routings.workspaceId, workspaceId))
        .orderBy(desc(routings.version))
        .limit(1)
      return row && routingOf(row)
    },

    save: (workspaceId, { document, after, now, by }) =>
      atomically({
        lock: [`routing:${workspaceId}`],
        read: (q) => ({
          newest: q
            .select({ version: routings.version })
            .from(routings)
            .where(eq(routings.workspaceId, workspaceId))
            .orderBy(desc(routings.version))
            .limit(1),
        }),
        decide({ newest: [newest] }) {
          if ((newest?.version ?? 0) !== after)
            throw new StorageConflict(
              'stale-revision',
              `routing is at version ${newest?.version ?? 0}`,
            )
          const row = {
            workspaceId,
            version: after + 1,
            document,
            savedAt: now,
            savedBy: by ?? null,
          }
          return {
            value: routingOf(row),
            steps: [{ write: (q) => q.insert(routings).values(row) }],
          }
        },
      }),

    async absences(workspaceId, after) {
      const { id, userId, from, to } = absences
      return db
        .select({ id, userId, from, to })
        .from(absences)
        .where(and(eq(absences.workspaceId, workspaceId), gt(absences.to, after)))
        .orderBy(asc(absences.to), asc(absences.id))
    },

    addAbsence: (workspaceId, absence) =>
      apply(connection, [{ write: (q) => q.insert(absences).values({ ...absence, workspaceId }) }]),

    removeAbsence: (workspaceId, absenceId) =>
      touches(connection, (q) =>
        q
          .delete(absences)
          .where(and(eq(absences.workspaceId, workspaceId), eq(absences.id, absenceId))),
      ),

    async credits(workspaceId) {
      const rows = await db
        .select()
        .from(poolCredits)
        .where(eq(poolCredits.workspaceId, workspaceId))
        .orderBy(asc(poolCredits.poolId), asc(poolCredits.userId))
      return rows.map(({ workspaceId: _workspaceId, ...row }) => creditOf(row))
    },
  }
}

/** A stored credit as records have it. */
export const creditOf = <C extends Omit<Tables['poolCredits']['$inferSelect'], 'workspaceId'>>(
  row: C,
): Omit<C, 'lastAssignedAt'> & PoolCredit => ({
  ...row,
  lastAssignedAt: row.lastAssignedAt ?? undefined,
})

const routingOf = (row: Tables['routings']['$inferSelect']): RoutingRecord => ({
  ...row,
  savedBy: row.savedBy ?? undefined,
})
