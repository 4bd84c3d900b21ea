import type { Route } from '@bantam/schema'
import type { EventRecord, LeadRecord, OutboxRecord } from '@bantam/storage'
import type { Circumstances } from './decide.ts'
import type { Prepared } from './prepared.ts'

interface Decision {
  readonly submission: Prepared
  readonly lead: Omit<LeadRecord, 'properties'>
  readonly before: LeadRecord | undefined
  readonly route: Route
}

/** The day (YYYY-MM-DD in UTC) that a lead's newest acknowledgement is of: one a day at most, and none for the disqualified. */
export const acknowledgedAfter = (
  before: LeadRecord | undefined,
  { email, lane, now }: Pick<LeadRecord, 'email' | 'lane'> & { readonly now: Date },
): string | undefined =>
  email === '' || lane === 'disqualified' ? before?.acknowledgedOn : now.toISOString().slice(0, 10)

/** Who is to hear of a submission, one outbox row each, and the events that open inboxes show. */
export const notices = (
  { submission, lead, before, route }: Decision,
  { now, newId, hasMailServer }: Circumstances,
): { events: EventRecord[]; outbox: OutboxRecord[] } => {
  /** Nobody could send it now: it is released as soon as a mail server is configured. */
  const isHeld = (channel: OutboxRecord['channel']) => channel === 'mail' && !hasMailServer
  const event = (type: EventRecord['type'], data: EventRecord['data']): EventRecord => ({
    id: newId(),
    workspaceId: lead.workspaceId,
    type,
    leadId: lead.id,
    submissionId: lead.submissionId,
    data,
    at: now,
  })
  const routed = event('lead.routed', {
    lane: lead.lane,
    destination: route.destination,
    owner: route.owner?.id ?? null,
  })
  const moved =
    before && before.stage !== lead.stage
      ? event('lead.stage_changed', { from: before.stage, to: lead.stage })
      : undefined
  // Spelled out because this is the hot path: spreading costs more than all the rest of it.
  const owed = (
    { channel, kind, target }: Pick<OutboxRecord, 'channel' | 'kind' | 'target'>,
    about: EventRecord = routed,
  ): OutboxRecord => ({
    id: newId(),
    channel,
    kind,
    target,
    state: isHeld(channel) ? 'held' : 'waiting',
    lastError: isHeld(channel) ? 'no mail server configured' : undefined,
    workspaceId: lead.workspaceId,
    eventId: about.id,
    leadId: lead.id,
    submissionId: lead.submissionId,
    attempts: 0,
    nextAt: now,
    leaseOwner: undefined,
    leaseUntil: undefined,
    doneAt: undefined,
    createdAt: now,
  })

  const outbox: OutboxRecord[] = []
  if (route.owner && pages(route))
    outbox.push(owed({ channel: 'mail', kind: 'lead-assigned', target: route.owner.id }))
  if (lead.acknowledgedOn !== before?.acknowledgedOn)
    outbox.push(owed({ channel: 'mail', kind: 'acknowledgement', target: lead.id }))
  const types = hookTypes(route)
  for (const { id: target, types: wanted } of submission.definitions.webhooks) {
    for (const kind of types)
      if (wanted.includes(kind)) outbox.push(owed({ channel: 'webhook', kind, target }))
    if (moved && wanted.includes('lead.stage_changed'))
      outbox.push(owed({ channel: 'webhook', kind: 'lead.stage_changed', target }, moved))
  }
  return { events: moved ? [routed, moved] : [routed], outbox }
}

/** Nurture and disqualified page nobody. */
const pages = ({ destination }: Route): boolean =>
  destination !== 'nurture' && destination !== 'disqualified'

const hookTypes = ({ destination }: Route): readonly EventRecord['type'][] => [
  'submission.created',
  'lead.routed',
  ...(destination === 'nurture' ? (['nurture.enrolled'] as const) : []),
]
