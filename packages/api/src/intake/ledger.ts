import type {
  EventRecord,
  IntakeSeen,
  IntakeWrites,
  LeadRecord,
  OutboxRecord,
  PoolCredit,
  SubmissionRecord,
} from '@bantam/storage'
import type { Prepared } from './prepared.ts'

/** The contended state of a batch: what was read, and what its submissions so far made of it. */
export interface Ledger {
  /** The submission that already stands for this one's key or conversation. */
  earlier(submission: Prepared): IntakeSeen['submissions'][number] | undefined
  lead(workspaceId: string, email: string): LeadRecord | undefined
  open(workspaceId: string, userId: string): number
  credits(workspaceId: string): readonly PoolCredit[]
  credit(workspaceId: string, changed: readonly PoolCredit[]): void
  add(decided: {
    lead: LeadRecord
    isNew: boolean
    record: SubmissionRecord
    events: readonly EventRecord[]
    outbox: readonly OutboxRecord[]
  }): void
  writes(): IntakeWrites
}

export const openLedger = (seen: IntakeSeen): Ledger => {
  const byKey = new Map(seen.submissions.map((row) => [keyOf(row), row]))
  const byConversation = new Map(seen.submissions.map((row) => [row.conversationId, row]))
  const leads = new Map(seen.leads.map((lead) => [personOf(lead), lead]))
  const open = new Map(seen.open.map((row) => [`${row.workspaceId} ${row.userId}`, row]))
  const credits = new Map(seen.credits.map((row) => [creditKey(row), row]))
  const touched = new Set<string>()
  const added: SubmissionRecord[] = []
  const changed = new Map<string, { lead: LeadRecord; isNew: boolean }>()
  const events: EventRecord[] = []
  const outbox: OutboxRecord[] = []

  const load = (workspaceId: string, userId: string | undefined, by: 1 | -1) => {
    if (!userId) return
    const key = `${workspaceId} ${userId}`
    open.set(key, { workspaceId, userId, open: Math.max(0, (open.get(key)?.open ?? 0) + by) })
  }

  return {
    earlier: (submission) =>
      byKey.get(keyOf({ formId: submission.form.formId, key: submission.key })) ??
      (submission.conversationId === undefined
        ? undefined
        : byConversation.get(submission.conversationId)),
    lead: (workspaceId, email) =>
      email === '' ? undefined : leads.get(personOf({ workspaceId, email })),
    open: (workspaceId, userId) => open.get(`${workspaceId} ${userId}`)?.open ?? 0,
    credits: (workspaceId) =>
      [...credits.values()].filter((row) => row.workspaceId === workspaceId),
    credit(workspaceId, rows) {
      for (const row of rows) {
        const key = creditKey({ workspaceId, ...row })
        credits.set(key, { workspaceId, ...row })
        touched.add(key)
      }
    },
    add({ lead, isNew, record, events: happened, outbox: owed }) {
      const before = lead.email === '' ? undefined : leads.get(personOf(lead))
      if (before?.ownerId !== lead.ownerId) {
        load(lead.workspaceId, before?.ownerId, -1)
        load(lead.workspaceId, lead.ownerId, 1)
      }
      if (lead.email !== '') leads.set(personOf(lead), lead)
      changed.set(lead.id, { lead, isNew: isNew || (changed.get(lead.id)?.isNew ?? false) })
      added.push(record)
      byKey.set(keyOf(record), record)
      if (record.conversationId !== undefined) byConversation.set(record.conversationId, record)
      events.push(...happened)
      outbox.push(...owed)
    },
    writes: () => ({
      submissions: added,
      leads: [...changed.values()],
      credits: [...touched].flatMap((key) => credits.get(key) ?? []),
      events,
      outbox,
    }),
  }
}

const keyOf = ({ formId, key }: { formId: string; key: string }) => `${formId} ${key}`
const personOf = ({ workspaceId, email }: { workspaceId: string; email: string }) =>
  `${workspaceId} ${email}`
const creditKey = ({ workspaceId, poolId, userId }: PoolCredit & { workspaceId: string }) =>
  `${workspaceId} ${poolId} ${userId}`
