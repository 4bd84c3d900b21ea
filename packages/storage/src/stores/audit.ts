import { and, desc, eq } from 'drizzle-orm'
import { apply, type Connection } from '../connection.ts'
import { beyond, pageOf } from '../page.ts'
import type { AuditStore } from '../port.ts'

export const createAuditStore = (connection: Connection): AuditStore => {
  const { db, tables } = connection
  const { audit } = tables

  return {
    add: (workspaceId, entry) =>
      apply(connection, [
        {
          write: (q) =>
            q.insert(audit).values({ ...entry, workspaceId, actorId: entry.actorId ?? null }),
        },
      ]),

    async page(workspaceId, { limit, cursor }) {
      const rows = await db
        .select()
        .from(audit)
        .where(and(eq(audit.workspaceId, workspaceId), beyond([audit.at, audit.id], cursor)))
        .orderBy(desc(audit.at), desc(audit.id))
        .limit(limit + 1)
      return pageOf(rows, {
        limit,
        mark: (row) => [row.at, row.id],
        item: ({ id, actorId, action, subject, at }) => ({
          id,
          actorId: actorId ?? undefined,
          action,
          subject,
          at,
        }),
      })
    },
  }
}
