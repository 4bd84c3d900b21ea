import { eq } from 'drizzle-orm'
import type { Connection } from '../connection.ts'
import type { IntakeStore, LeadAction, StorableLead } from '../port.ts'
import { eventRow } from './events.ts'
import { addToDays, perDay } from './form-days.ts'
import { createKeyring } from './keyring.ts'
import { actionRow, isOver, leadRow } from './lead-row.ts'
import { loadRows } from './loads.ts'
import { storable, submissionRow } from './submission-row.ts'

type History = Parameters<IntakeStore['import']>[1]

/** Writes history as it is: no outbox, and nobody is woken. Every lead in it is new. */
export const importHistory = (
  { tables, vault, atomically }: Connection,
  { workspaceId, history }: { workspaceId: string; history: History },
): Promise<void> => {
  const { leads, leadKeys, leadActions, submissions, events, loads } = tables
  return atomically({
    lock: [`workspace:${workspaceId}`],
    read: (q) => ({ open: q.select().from(loads).where(eq(loads.workspaceId, workspaceId)) }),
    decide({ open }) {
      const keyring = createKeyring(vault, [])
      const added = history.leads.map((lead) =>
        leadRow(lead, {
          ...keyring.add({ workspaceId, leadId: lead.id }),
          isOpen: isStillOpen(lead, history.actions),
        }),
      )
      const sent = history.submissions.map((submission) =>
        submissionRow(storable(submission), keyring.of(submission)),
      )
      const done = history.actions.map((action) =>
        actionRow(action, {
          workspaceId,
          ...keyring.of({ workspaceId, leadId: action.leadId }),
        }),
      )
      return {
        value: undefined,
        steps: [
          { write: (q) => q.insertMany(leads, added) },
          { write: (q) => q.insertMany(leadKeys, keyring.added()) },
          { write: (q) => q.insertMany(submissions, sent) },
          { write: (q) => q.insertMany(leadActions, done) },
          { write: (q) => q.insertMany(events, history.events.map(eventRow)) },
          {
            write: (q) =>
              q.insertMany(loads, loadRows(open, [], added), {
                key: ['workspaceId', 'userId'],
                then: 'replace',
              }),
          },
          addToDays(tables, perDay(history.submissions)),
          addToDays(
            tables,
            (history.traffic ?? []).map((day) => ({ workspaceId, ...day })),
          ),
        ],
      }
    },
  })
}

/** A lead that sales sent back stays closed until it submits again. */
const isStillOpen = ({ id, stage, routedAt }: StorableLead, actions: readonly LeadAction[]) =>
  !isOver(stage) &&
  !actions.some(
    ({ leadId, kind, at }) =>
      leadId === id && (kind === 'rejected' || kind === 'recycled') && at >= routedAt,
  )
