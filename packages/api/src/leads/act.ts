import { activeStages, RejectionReason, type Stage } from '@bantam/schema'
import type { EventRecord, LeadAction, LeadPatch, LeadRecord, OutboxRecord } from '@bantam/storage'
import { z } from '@hono/zod-openapi'
import type { Actor, Deps } from '../deps.ts'
import { text } from '../openapi/shape.ts'
import { notFound, Problem } from '../problems.ts'
import { findLead } from './lead-page.ts'

const note = text(4000).optional()

/** As long as a device may have been without a network. */
const longAgo = 7 * 86_400_000
const ago = z.int().min(0).max(longAgo).optional().openapi({
  description:
    'Milliseconds since it was done, where that was not just now: while it could still be undone, or without a network.',
})
const said = {
  id: text(100).optional().openapi({
    description:
      'Of the action, the caller’s own: sent again under the same one, it changes nothing.',
  }),
  ago,
  note,
}

/** What sales says of a lead. A rejection needs a reason from the list; "bad lead" is none. */
export const Disposition = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('touched'), ...said }),
    z.object({ kind: z.literal('accepted'), ...said }),
    z.object({ kind: z.literal('rejected'), reason: RejectionReason, ...said }),
    z.object({ kind: z.literal('recycled'), returnOn: z.iso.date().optional(), ...said }),
    z.object({ kind: z.literal('converted'), ...said }),
  ])
  .openapi('Disposition')
export type Disposition = z.infer<typeof Disposition>

/** Makes the actor the lead's owner. Throws 404, 403 for a key, and 409 when another person holds the lead. */
export const claim = async (
  deps: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<LeadRecord> => {
  await findLead(deps, { actor, id })
  const { userId } = actor
  if (userId === undefined)
    throw new Problem(
      'forbidden',
      'A key is nobody in particular and cannot hold a lead. Sign in to claim it.',
    )
  const now = deps.clock()
  return act(deps, {
    actor,
    id,
    kind: 'claimed',
    patch: (_, at) => ({ ownerId: userId, claimedAt: at }),
    now,
  })
}

/**
 * Records what sales says, as of when it was done, and moves the stage. Throws 404, and 409 when somebody else has moved
 * it since.
 */
export const dispose = (
  deps: Deps,
  { actor, id, disposition }: { actor: Actor; id: string; disposition: Disposition },
): Promise<LeadRecord> => {
  const now = deps.clock()
  const { kind, note: words, id: actionId } = disposition
  return act(deps, {
    actor,
    id,
    actionId,
    kind,
    reason: reasonOf(disposition),
    note: words,
    patch: (lead, at) => outcomeOf(kind, { lead, at }),
    now,
    doneAt: new Date(now.getTime() - (disposition.ago ?? 0)),
  })
}

/** For a recycled lead the reason is the day it comes back. */
const reasonOf = (disposition: Disposition): string | undefined => {
  if (disposition.kind === 'rejected') return disposition.reason
  return disposition.kind === 'recycled' ? disposition.returnOn : undefined
}

/**
 * What a disposition makes of a lead; other actions make nothing of it by themselves. To accept is to promise a contact;
 * who converts has had one. Neither leads a lead back, and both take it out of nurture.
 */
export const outcomeOf = (
  kind: LeadAction['kind'],
  {
    lead: { stage, destination, touchedAt },
    at,
  }: { lead: Pick<LeadRecord, 'stage' | 'destination' | 'touchedAt'>; at: Date },
): LeadPatch => {
  const contact = touchedAt === undefined && { touchedAt: at }
  const goOn = (to: Stage): LeadPatch => ({
    stage: activeStages.indexOf(stage) > activeStages.indexOf(to) ? stage : to,
    isClosed: false,
    ...(['nurture', 'disqualified'].includes(destination) && { destination: 'sales' }),
  })
  const outcomes: { readonly [K in LeadAction['kind']]?: LeadPatch } = {
    touched: { ...contact },
    accepted: goOn('sal'),
    rejected: { stage: 'disqualified', destination: 'disqualified', isClosed: true },
    recycled: { stage: 'nurture', destination: 'nurture', isClosed: true },
    converted: { ...goOn('sql'), ...contact },
  }
  return outcomes[kind] ?? {}
}

interface Act {
  readonly actor: Actor
  readonly id: string
  readonly actionId?: string | undefined
  readonly kind: LeadAction['kind']
  readonly reason?: string | undefined
  readonly note?: string | undefined
  readonly patch: (lead: LeadRecord, at: Date) => LeadPatch
  readonly now: Date
  readonly doneAt?: Date
}

const act = async (
  deps: Deps,
  { actor, id, actionId, kind, reason, note: words, patch, now, doneAt = now }: Act,
) => {
  const lead = await findLead(deps, { actor, id })
  // Told again from its history, a lead takes what was done in the order in which it was heard of.
  const at = doneAt > lead.updatedAt ? doneAt : lead.updatedAt
  const change = patch(lead, at)
  const action = {
    id: actionId ?? deps.newId(),
    leadId: id,
    actorId: actor.userId,
    kind,
    reason,
    note: words,
    at,
  }
  const changed = eventOf(deps, { lead, now, type: 'lead.changed', data: { action: kind } })
  const moved = stageEvent(deps, { lead, now, to: change.stage })
  const acted = await deps.storage.leads.act(actor.workspaceId, id, {
    action,
    doneAt,
    patch: change,
    events: moved === undefined ? [changed] : [changed, moved],
    outbox: moved === undefined || lead.isTest ? [] : await hooksFor(deps, { lead, event: moved }),
  })
  if (acted === undefined) throw notFound('lead')
  return acted
}

const stageEvent = (
  deps: Deps,
  { lead, now, to }: { lead: LeadRecord; now: Date; to: Stage | undefined },
): EventRecord | undefined =>
  to === undefined || to === lead.stage
    ? undefined
    : eventOf(deps, { lead, now, type: 'lead.stage_changed', data: { from: lead.stage, to } })

const eventOf = (
  { newId }: Deps,
  { lead, now, type, data }: { lead: LeadRecord; now: Date } & Pick<EventRecord, 'type' | 'data'>,
): EventRecord => ({
  id: newId(),
  workspaceId: lead.workspaceId,
  type,
  leadId: lead.id,
  submissionId: lead.submissionId,
  data,
  at: now,
})

/** One delivery per endpoint that asked for this type of event. */
const hooksFor = async (
  { storage, newId }: Deps,
  { lead, event }: { lead: LeadRecord; event: EventRecord },
): Promise<OutboxRecord[]> => {
  const webhooks = await storage.webhooks.list(lead.workspaceId)
  return webhooks
    .filter(({ isEnabled, types }) => isEnabled && types.includes(event.type))
    .map(({ id }) => ({
      id: newId(),
      workspaceId: lead.workspaceId,
      channel: 'webhook',
      kind: event.type,
      target: id,
      eventId: event.id,
      leadId: lead.id,
      submissionId: lead.submissionId,
      state: 'waiting',
      attempts: 0,
      nextAt: event.at,
      leaseOwner: undefined,
      leaseUntil: undefined,
      lastError: undefined,
      doneAt: undefined,
      createdAt: event.at,
    }))
}
