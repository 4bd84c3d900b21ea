import { eq } from 'drizzle-orm'
import type { Connection } from '../connection.ts'
import { StorageConflict, type Separation } from '../port.ts'
import { eventRow } from './events.ts'
import { createKeyring } from './keyring.ts'
import { rowWithKey } from './lead-keys.ts'
import { actionRow, leadRow } from './lead-row.ts'
import { loadRows } from './loads.ts'
import { storable, submissionOf, submissionRow } from './submission-row.ts'

/** See `LeadStore.separate`. */
export const separate = (
  { tables, vault, atomically }: Connection,
  {
    workspaceId,
    submissionId,
    seen,
    remains,
    separated,
    actions,
    events: happened,
  }: Separation & { workspaceId: string },
): Promise<void> => {
  const { leads, leadKeys, leadActions, submissions, loads, events } = tables
  const leadId = remains.lead.id
  return atomically({
    lock: [`workspace:${workspaceId}`],

    read: (q) => ({
      found: rowWithKey(q, tables, { workspaceId, leadId }),
      sent: q.matching(submissions, [{ workspaceId, id: submissionId }]),
      open: q.select().from(loads).where(eq(loads.workspaceId, workspaceId)),
    }),

    decide({ found: [found], sent: [sent], open }) {
      const isAsSeen = found?.row.updatedAt.getTime() === seen.getTime()
      if (!found || !isAsSeen || sent?.leadId !== leadId)
        throw new StorageConflict('stale-revision', 'the lead has changed; load it again')
      const keyring = createKeyring(vault, [{ workspaceId, leadId, wrapped: found.wrapped }])
      const own = keyring.of({ workspaceId, leadId })
      const fresh = keyring.add({ workspaceId, leadId: separated.lead.id })
      const left = leadRow(remains.lead, { ...own, isOpen: remains.isOpen })
      const added = leadRow(separated.lead, { ...fresh, isOpen: separated.isOpen })
      const moved = submissionRow(
        storable({ ...submissionOf(sent, own), leadId: separated.lead.id }),
        fresh,
      )
      const done = actions.map((action) =>
        actionRow(action, { workspaceId, ...keyring.of({ workspaceId, leadId: action.leadId }) }),
      )
      return {
        value: undefined,
        steps: [
          { write: (q) => q.updateMany(leads, [left], ['workspaceId', 'id']) },
          { write: (q) => q.insertMany(leads, [added]) },
          { write: (q) => q.insertMany(leadKeys, keyring.added()) },
          { write: (q) => q.updateMany(submissions, [moved], ['workspaceId', 'id']) },
          { write: (q) => q.insertMany(leadActions, done) },
          {
            write: (q) =>
              q.insertMany(loads, loadRows(open, [found.row], [left, added]), {
                key: ['workspaceId', 'userId'],
                then: 'replace',
              }),
          },
          { write: (q) => q.insertMany(events, happened.map(eventRow)) },
        ],
        announces: { events: happened, hasOutbox: false },
      }
    },
  })
}
