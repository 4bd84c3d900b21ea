import type { Connection, Step } from '../connection.ts'
import type { IntakeRequest, IntakeStore, IntakeWrites } from '../port.ts'
import { eventRow } from './events.ts'
import { addToDays, perDay } from './form-days.ts'
import { importHistory } from './import.ts'
import { createKeyring } from './keyring.ts'
import { isOver, leadOf, leadRow, type LeadRow } from './lead-row.ts'
import { loadRows } from './loads.ts'
import { outboxRow } from './outbox-row.ts'
import { creditOf } from './routing.ts'
import { storable, submissionOf, submissionRow } from './submission-row.ts'
import { claims } from './uploads.ts'

/** The hot path: one transaction per batch of submissions. */
export const createIntakeStore = (connection: Connection): IntakeStore => {
  const { tables, vault, atomically } = connection
  const { submissions, leads, leadKeys, poolCredits, loads } = tables

  return {
    accept: (batch, decide) =>
      atomically({
        lock: workspacesOf(batch).map(({ workspaceId }) => `workspace:${workspaceId}`),

        read: (q) => ({
          sameKey: q.matching(
            submissions,
            distinct(batch.map(({ workspaceId, formId, key }) => ({ workspaceId, formId, key }))),
          ),
          sameConversation: q.matching(submissions, distinct(batch.flatMap(conversationKey))),
          known: q.matching(leads, distinct(batch.flatMap(addressKey))),
          credits: q.matching(poolCredits, workspacesOf(batch)),
          open: q.matching(loads, workspacesOf(batch)),
        }),

        readNext: (q, { sameKey, sameConversation, known }) => ({
          keys: q.matching(
            leadKeys,
            distinct([
              ...known.map(({ workspaceId, id }) => ({ workspaceId, leadId: id })),
              ...[...sameKey, ...sameConversation].map(({ workspaceId, leadId }) => ({
                workspaceId,
                leadId,
              })),
            ]),
          ),
        }),

        decide({ sameKey, sameConversation, known, credits, open }, { keys }) {
          const keyring = createKeyring(vault, keys)
          const earlier = new Map([...sameKey, ...sameConversation].map((row) => [row.id, row]))
          const writes = decide({
            submissions: [...earlier.values()].flatMap((row) =>
              keyring.has(row) ? [storable(submissionOf(row, keyring.of(row)))] : [],
            ),
            leads: known.flatMap((row) => {
              const lead = { workspaceId: row.workspaceId, leadId: row.id }
              return keyring.has(lead) ? [leadOf(row, keyring.of(lead))] : []
            }),
            credits: credits.map(creditOf),
            open,
          })
          return {
            value: writes,
            steps: stepsOf(connection, { writes, known, open, keyring }),
            announces: {
              events: writes.events,
              hasOutbox: writes.outbox.some(({ state }) => state === 'waiting'),
            },
          }
        },
      }),

    import: (workspaceId, history) => importHistory(connection, { workspaceId, history }),
  }
}

const stepsOf = (
  { tables }: Connection,
  {
    writes,
    known,
    open,
    keyring,
  }: {
    writes: IntakeWrites
    known: readonly LeadRow[]
    open: Parameters<typeof loadRows>[0]
    keyring: ReturnType<typeof createKeyring>
  },
): Step[] => {
  const { submissions, leads, leadKeys, poolCredits, loads, conversations, events, outbox } = tables
  const changes = writes.leads.map(({ lead, isNew }) => {
    const name = { workspaceId: lead.workspaceId, leadId: lead.id }
    const sealing = isNew ? keyring.add(name) : keyring.of(name)
    return { isNew, row: leadRow(lead, { ...sealing, isOpen: !isOver(lead.stage) }) }
  })
  const added = changes.flatMap(({ isNew, row }) => (isNew ? [row] : []))
  const replaced = changes.flatMap(({ isNew, row }) => (isNew ? [] : [row]))
  const submitted = writes.submissions.flatMap(({ id, conversationId }) =>
    conversationId === undefined ? [] : [{ id: conversationId, submissionId: id }],
  )
  const credits = writes.credits.map((row) => ({
    ...row,
    lastAssignedAt: row.lastAssignedAt ?? null,
  }))
  const rows = writes.submissions.map((submission) =>
    submissionRow(submission, keyring.of(submission)),
  )
  const owned = loadRows(
    open,
    known,
    changes.map(({ row }) => row),
  )
  return [
    { write: (q) => q.insertMany(leads, added) },
    { write: (q) => q.insertMany(leadKeys, keyring.added()) },
    { write: (q) => q.updateMany(leads, replaced, ['workspaceId', 'id']) },
    { write: (q) => q.insertMany(submissions, rows) },
    {
      write: (q) =>
        q.insertMany(poolCredits, credits, {
          key: ['workspaceId', 'poolId', 'userId'],
          then: 'replace',
        }),
    },
    {
      write: (q) => q.insertMany(loads, owned, { key: ['workspaceId', 'userId'], then: 'replace' }),
    },
    { write: (q) => q.insertMany(events, writes.events.map(eventRow)) },
    { write: (q) => q.insertMany(outbox, writes.outbox.map(outboxRow)) },
    { write: (q) => q.updateMany(conversations, submitted, ['id']) },
    addToDays(tables, perDay(writes.submissions)),
    ...claims(tables, writes.submissions),
  ]
}

const conversationKey = ({ workspaceId, conversationId }: IntakeRequest) =>
  conversationId === undefined ? [] : [{ workspaceId, conversationId }]

const addressKey = ({ workspaceId, email }: IntakeRequest) =>
  email === '' ? [] : [{ workspaceId, email }]

const workspacesOf = (batch: readonly IntakeRequest[]) =>
  distinct(batch.map(({ workspaceId }) => ({ workspaceId })))

const distinct = <K extends object>(keys: readonly K[]): K[] => [
  ...new Map(keys.map((key) => [Object.values(key).join('\n'), key])).values(),
]
