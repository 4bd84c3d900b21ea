import type { OutboxRecord, WebhookRecord, WebhookStore } from '@bantam/storage'
import { Webhook } from 'standardwebhooks'
import type { OutboundGuard } from '../outbound/guard.ts'
import type { OutboundReply } from '../outbound/send.ts'
import { NoAnswer, UnsafeUrl } from '../outbound/unsafe-url.ts'
import type { Send, Sent } from '../sent.ts'
import { readRetryAfter } from './retry-after.ts'

const day = 86_400_000
/** An endpoint that has only failed for this long is switched off. */
const patience = 5 * day

export interface WebhookChannelDeps {
  readonly webhooks: Pick<WebhookStore, 'find' | 'update'>
  /** The event's `data` as it is now; undefined when what it was about no longer exists. */
  readonly payload: (row: OutboxRecord) => Promise<unknown>
  readonly guard: OutboundGuard
  readonly clock: () => Date
}

/**
 * Delivers rows to endpoints, signed by Standard Webhooks; the id is the row's and stays the same on each try. Only
 * 2xx is success. 410 switches the endpoint off, as does failing for five days; its owner finds out why beside it.
 */
export const createWebhookChannel =
  (deps: WebhookChannelDeps): Send =>
  async (row) => {
    const webhook = await deps.webhooks.find(row.workspaceId, row.target)
    if (!webhook) return { kind: 'dead', reason: 'the endpoint was removed' }
    if (!webhook.isEnabled) return { kind: 'dead', reason: 'the endpoint is switched off' }
    const address = deps.guard.check(webhook.url)
    if (!address.ok) return { kind: 'dead', reason: address.reason }
    const data = await deps.payload(row)
    if (data === undefined) return { kind: 'dead', reason: 'what it was about no longer exists' }
    const outcome = await post(deps, { row, webhook, data })
    return noteOutcome(deps, { row, webhook, outcome })
  }

/** How a try went, and why the endpoint is to be switched off when it is. */
interface Outcome {
  readonly sent: Sent
  readonly disable?: string
}

const post = async (
  { guard, clock }: WebhookChannelDeps,
  { row, webhook, data }: { row: OutboxRecord; webhook: WebhookRecord; data: unknown },
): Promise<Outcome> => {
  const now = clock()
  const body = JSON.stringify({ type: row.kind, timestamp: row.createdAt.toISOString(), data })
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Bantam-Webhooks/1',
    'webhook-id': row.id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(webhook.secret).sign(row.id, now, body),
  }
  try {
    return outcomeOf(await guard.post(webhook.url, { headers, body }), now)
  } catch (error) {
    // A name may lead elsewhere for a while, so an unsafe address is tried again like any other failure.
    if (error instanceof UnsafeUrl || error instanceof NoAnswer) return failed(error.message)
    throw error
  }
}

const outcomeOf = ({ status, retryAfter }: OutboundReply, now: Date): Outcome => {
  if (status >= 200 && status < 300) return { sent: { kind: 'done' } }
  const reason = `the receiver answered ${status}`
  if (status === 410) return { sent: { kind: 'dead', reason }, disable: goneForGood }
  if (status < 400) return failed(`${reason}, a redirect; redirects are not followed`)
  return failed(reason, readRetryAfter(retryAfter, now))
}

const failed = (reason: string, after?: number): Outcome => ({
  sent: { kind: 'retry', reason, after },
})

/** Keeps since when the endpoint has only failed, and switches it off when that is too long. */
const noteOutcome = async (
  { webhooks, clock }: WebhookChannelDeps,
  { row, webhook, outcome }: { row: OutboxRecord; webhook: WebhookRecord; outcome: Outcome },
): Promise<Sent> => {
  const { workspaceId, id, failingSince } = webhook
  const { sent } = outcome
  if (sent.kind === 'done') {
    if (failingSince) await webhooks.update(workspaceId, id, { failingSince: undefined })
    return sent
  }
  const now = clock()
  const disabledBecause =
    outcome.disable ?? hopeless({ row, failingSince, now, reason: sent.reason })
  if (disabledBecause !== undefined) {
    await webhooks.update(workspaceId, id, { isEnabled: false, disabledBecause })
    return { kind: 'dead', reason: sent.reason }
  }
  if (!failingSince) await webhooks.update(workspaceId, id, { failingSince: now })
  return sent
}

const goneForGood = 'Switched off: the receiver answered 410, which says that it is gone for good.'

/** Words for an endpoint beyond hope. One failure after a long silence is none: the row must have failed before. */
const hopeless = (failure: {
  row: OutboxRecord
  failingSince: Date | undefined
  now: Date
  reason: string
}): string | undefined => {
  const { row, failingSince, now, reason } = failure
  if (!failingSince || now.getTime() - failingSince.getTime() < patience || row.attempts < 3)
    return undefined
  const since = failingSince.toISOString().slice(0, 10)
  return `Switched off: every delivery has failed since ${since}. The last time, ${reason}.`
}
