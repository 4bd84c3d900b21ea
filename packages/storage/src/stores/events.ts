import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Connection } from '../connection.ts'
import type { EventRecord, EventStore } from '../port.ts'
import type { Tables } from '../tables.ts'

export const createEventStore = ({ db, tables: { events } }: Connection): EventStore => ({
  async since(workspaceId, after, limit) {
    const place = db
      .select({ ordinal: events.ordinal })
      .from(events)
      .where(and(eq(events.workspaceId, workspaceId), eq(events.id, after)))
    // An event that is not known any more stands before all.
    const rows = await db
      .select()
      .from(events)
      .where(
        and(eq(events.workspaceId, workspaceId), gt(events.ordinal, sql`coalesce(${place}, 0)`)),
      )
      .orderBy(asc(events.ordinal))
      .limit(limit)
    return rows.map(eventOf)
  },

  async ofLead(workspaceId, leadId) {
    const rows = await db
      .select()
      .from(events)
      .where(and(eq(events.workspaceId, workspaceId), eq(events.leadId, leadId)))
      .orderBy(asc(events.ordinal))
    return rows.map(eventOf)
  },

  async find(workspaceId, eventId) {
    const [row] = await db
      .select()
      .from(events)
      .where(and(eq(events.workspaceId, workspaceId), eq(events.id, eventId)))
    return row && eventOf(row)
  },
})

/** An event as it is inserted; the database gives its ordinal. */
export const eventRow = ({
  id,
  workspaceId,
  type,
  leadId,
  submissionId,
  data,
  at,
}: EventRecord) => ({
  id,
  workspaceId,
  type,
  leadId,
  submissionId: submissionId ?? null,
  data,
  at,
})

export const eventOf = ({
  ordinal: _ordinal,
  ...row
}: Tables['events']['$inferSelect']): EventRecord => ({
  ...row,
  submissionId: row.submissionId ?? undefined,
})
