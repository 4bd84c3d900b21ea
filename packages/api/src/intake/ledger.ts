import type {
  EventRecord,
  IntakeSeen,
  IntakeWrites,
  LeadRecord,
  NewSubmission,
  OutboxRecord,
  PoolCredit,
  StorableLead,
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
    lead: StorableLead
    isNew: boolean
    /** What is known of the lead now, for whoever comes after it in the batch. */
    known: () => LeadRecord['properties']
    record: NewSubmission
    events: readonly EventRecord[]
    outbox: readonly OutboxRecord[]
  }): void
  writes(): IntakeWrites
}

export const openLedger = (seen: IntakeSeen): Ledger => {
  const byKey = new Map(seen.submissions.map((row) => [keyOf(row), row]))
  const byConversation = new Map(seen.submissions.map((row) => [row.conversationId, row]))
  const leads = new Map<string, Person>(
    seen.leads.map((lead) => [personOf(lead), { lead, known: () => lead.properties }]),
  )
  const open = new Map(seen.open.map((row) => [`${row.workspaceId} ${row.userId}`, row]))
  const credits = new Map(seen.credits.map((row) => [creditKey(row), row]))
  const touched = new Set<string>()
  const added: NewSubmission[] = []
  const changed = new Map<string, IntakeWrites['leads'][number]>()
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
    lead(workspaceId, email) {
      const person = email === '' ? undefined : leads.get(personOf({ workspaceId, email }))
      return person && { ...person.lead, properties: person.known() }
    },
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
    add({ lead, isNew, known, record, events: happened, outbox: owed }) {
      const before = lead.email === '' ? undefined : leads.get(personOf(lead))?.lead
      if (before?.ownerId !== lead.ownerId) {
        load(lead.workspaceId, before?.ownerId, -1)
        load(lead.workspaceId, lead.ownerId, 1)
      }
      if (lead.email !== '') leads.set(personOf(lead), { lead, known })
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

interface Person {
  readonly lead: StorableLead
  readonly known: () => LeadRecord['properties']
}

const keyOf = ({ formId, key }: { formId: string; key: string }) => `${formId} ${key}`
const personOf = ({ workspaceId, email }: { workspaceId: string; email: string }) =>
  `${workspaceId} ${email}`
const creditKey = ({ workspaceId, poolId, userId }: PoolCredit & { workspaceId: string }) =>
  `${workspaceId} ${poolId} ${userId}`
