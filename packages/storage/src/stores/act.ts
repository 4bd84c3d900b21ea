import { and, eq } from 'drizzle-orm'
import type { Connection } from '../connection.ts'
import {
  StorageConflict,
  type LeadAction,
  type LeadPatch,
  type LeadRecord,
  type LeadStore,
} from '../port.ts'
import { eventRow } from './events.ts'
import { rowWithKey } from './lead-keys.ts'
import { actionRow, isOver, leadOf, rankOf, type LeadRow } from './lead-row.ts'
import { loadRows } from './loads.ts'
import { outboxRow } from './outbox-row.ts'

type Change = Parameters<LeadStore['act']>[2]

/** One action on a lead with all that follows from it; see `LeadStore.act`. */
export const act = (
  { tables, vault, atomically }: Connection,
  {
    workspaceId,
    leadId,
    action,
    doneAt,
    patch,
    events: happened,
    outbox: deliveries,
  }: Change & { workspaceId: string; leadId: string },
): Promise<LeadRecord | undefined> => {
  const { leads, leadActions, loads, events, outbox } = tables
  const one = and(eq(leads.workspaceId, workspaceId), eq(leads.id, leadId))
  return atomically({
    lock: [`workspace:${workspaceId}`],

    read: (q) => ({
      found: rowWithKey(q, tables, { workspaceId, leadId }),
      earlier: q
        .select({
          id: leadActions.id,
          kind: leadActions.kind,
          actorId: leadActions.actorId,
          at: leadActions.at,
        })
        .from(leadActions)
        .where(and(eq(leadActions.workspaceId, workspaceId), eq(leadActions.leadId, leadId))),
    }),

    readNext: (q, { found: [found] }) => ({
      open: q.matching(
        loads,
        [...new Set([found?.row.ownerId, patch.ownerId])].flatMap((userId) =>
          userId ? [{ workspaceId, userId }] : [],
        ),
      ),
    }),

    decide({ found: [found], earlier }, { open }) {
      if (!found) return { value: undefined, steps: [] }
      const { row } = found
      const sealing = { vault, key: vault.unwrap(found.wrapped) }
      if (earlier.some(({ id }) => id === action.id))
        return { value: leadOf(row, sealing), steps: [] }
      const isOvertaken = earlier.some(
        ({ kind, actorId, at }) => movesStage(kind) && actorId !== action.actorId && at > doneAt,
      )
      if (movesStage(action.kind) && isOvertaken)
        throw new StorageConflict('already-decided', 'Somebody else has decided since.')
      if (action.kind === 'claimed' && row.claimedAt) {
        if (row.ownerId !== action.actorId)
          throw new StorageConflict('already-claimed', 'another person holds this lead')
        return { value: leadOf(row, sealing), steps: [] }
      }
      const changed = patched(row, { patch, at: action.at })
      const { stage, ownerId, destination, claimedAt, touchedAt, isOpen, rank, updatedAt } = changed
      return {
        value: leadOf(changed, sealing),
        steps: [
          {
            write: (q) =>
              q
                .update(leads)
                .set({
                  stage,
                  ownerId,
                  destination,
                  claimedAt,
                  touchedAt,
                  isOpen,
                  rank,
                  updatedAt,
                })
                .where(one),
          },
          {
            write: (q) =>
              q.insert(leadActions).values(actionRow(action, { workspaceId, ...sealing })),
          },
          {
            write: (q) =>
              q.insertMany(loads, loadRows(open, [row], [changed]), {
                key: ['workspaceId', 'userId'],
                then: 'replace',
              }),
          },
          { write: (q) => q.insertMany(events, happened.map(eventRow)) },
          { write: (q) => q.insertMany(outbox, deliveries.map(outboxRow)) },
        ],
        announces: { events: happened, hasOutbox: deliveries.length > 0 },
      }
    },
  })
}

const movesStage = (kind: LeadAction['kind']): boolean =>
  ['accepted', 'rejected', 'recycled', 'converted'].includes(kind)

const patched = (row: LeadRow, { patch, at }: { patch: LeadPatch; at: Date }): LeadRow => {
  const stage = patch.stage ?? row.stage
  const isOpen = !isOver(stage) && !(patch.isClosed ?? !row.isOpen)
  const changed = {
    ...row,
    stage,
    ownerId: patch.ownerId ?? row.ownerId,
    destination: patch.destination ?? row.destination,
    claimedAt: patch.claimedAt ?? row.claimedAt,
    touchedAt: patch.touchedAt ?? row.touchedAt,
    isOpen,
    updatedAt: at,
  }
  return { ...changed, rank: rankOf(changed) }
}
