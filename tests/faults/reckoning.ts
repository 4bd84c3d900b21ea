import type { Sent } from './crowd.ts'
import type { Database } from './database.ts'

/** How what was promised compares with what is stored. All but the first three are to be 0. */
export interface Reckoning {
  readonly acknowledged: number
  readonly stored: number
  /** Stored, yet whoever sent it got no answer: right after a kill, wrong after a request to stop. */
  readonly unanswered: number
  /** Received, says the answer; not there, or there under another id. */
  readonly lost: number
  /** Keys or addresses that are there more than once, and keys that got two different receipts. */
  readonly duplicated: number
  /** Submissions without their lead, their one event, or exactly the deliveries they owe. */
  readonly partial: number
  /** Deliveries that count as done although the receiver never heard of them. */
  readonly unsent: number
  /** Answers other than "received" and "come again". */
  readonly refused: number
}

export const sound: Partial<Reckoning> = {
  lost: 0,
  duplicated: 0,
  partial: 0,
  unsent: 0,
  refused: 0,
}

interface SubmissionRow {
  readonly id: string
  readonly key: string
  readonly lead: string
  readonly destination: string
  readonly owner: string | null
}
interface DeliveryRow {
  readonly id: string
  readonly channel: string
  readonly kind: string
  readonly state: string
  readonly submission: string
}

/** Compares everything that the crowd was told with everything that the database holds of it. */
export const reckon = async (
  database: Database,
  {
    sent,
    heard,
    hooks,
  }: { sent: readonly Sent[]; heard: ReadonlySet<string>; hooks: readonly string[] },
): Promise<Reckoning> => {
  const submissions = await database.query<SubmissionRow>(
    `SELECT id, idempotency_key AS key, lead_id AS lead, destination, owner_id AS owner
     FROM submissions WHERE idempotency_key LIKE 'crowd-%'`,
  )
  const leads = await database.query<{ id: string; email: string; lane: string }>(
    `SELECT id, email, lane FROM leads WHERE email LIKE '%@crowd.example'`,
  )
  const events = await database.query<{ type: string; submission: string }>(
    'SELECT type, submission_id AS submission FROM events WHERE submission_id IS NOT NULL',
  )
  const deliveries = await database.query<DeliveryRow>(
    'SELECT id, channel, kind, state, submission_id AS submission FROM outbox',
  )
  const byKey = grouped(submissions, ({ key }) => key)
  const byEmail = grouped(leads, ({ email }) => email)
  const leadById = new Map(leads.map((lead) => [lead.id, lead]))
  const eventsOf = grouped(events, ({ submission }) => submission)
  const deliveriesOf = grouped(deliveries, ({ submission }) => submission)

  const isWhole = (submission: SubmissionRow): boolean => {
    const lead = leadById.get(submission.lead)
    const happened = (eventsOf.get(submission.id) ?? []).map(({ type }) => type)
    const owes = (deliveriesOf.get(submission.id) ?? []).map(
      ({ channel, kind }) => `${channel} ${kind}`,
    )
    return (
      lead !== undefined &&
      happened.join() === 'lead.routed' &&
      owes.toSorted().join() === owedBy(submission, { lane: lead.lane, hooks }).toSorted().join()
    )
  }
  const isLost = ({ key, receipts }: Sent) =>
    receipts.some((receipt) => !byKey.get(key)?.some(({ id }) => id === receipt))
  const isDuplicated = ({ key, email, receipts }: Sent) =>
    (byKey.get(key)?.length ?? 0) > 1 ||
    (byEmail.get(email)?.length ?? 0) > 1 ||
    new Set(receipts).size > 1

  return {
    acknowledged: sent.filter(({ receipts }) => receipts.length > 0).length,
    stored: submissions.length,
    unanswered: sent.filter(({ key, receipts }) => receipts.length === 0 && byKey.has(key)).length,
    lost: sent.filter(isLost).length,
    duplicated: sent.filter(isDuplicated).length,
    partial: submissions.filter((submission) => !isWhole(submission)).length,
    unsent: deliveries.filter(
      ({ id, channel, state }) => channel === 'webhook' && state === 'done' && !heard.has(id),
    ).length,
    refused: sent.filter(({ refusals }) => refusals.length > 0).length,
  }
}

/** Who must hear of a first submission: every endpoint, the rep it pages, and the person who sent it. */
const owedBy = (
  { destination, owner }: SubmissionRow,
  { lane, hooks }: { lane: string; hooks: readonly string[] },
): string[] => [
  ...hooks.map((type) => `webhook ${type}`),
  ...(owner !== null && (destination === 'sales' || destination === 'prospecting')
    ? ['mail lead-assigned']
    : []),
  ...(lane === 'disqualified' ? [] : ['mail acknowledgement']),
]

const grouped = <T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
