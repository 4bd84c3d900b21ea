import type { PageOf, PageRequest } from './page.ts'

export type EventType =
  | 'submission.created'
  | 'lead.routed'
  | 'lead.changed'
  | 'lead.stage_changed'
  | 'nurture.enrolled'
  | 'sla.warning'
  | 'sla.breached'

/** Something that happened to a lead; carries no personal data, so it may be kept and replayed. */
export interface EventRecord {
  readonly id: string
  readonly workspaceId: string
  readonly type: EventType
  readonly leadId: string
  readonly submissionId: string | undefined
  readonly data: { readonly [name: string]: string | number | boolean | null }
  readonly at: Date
}

export type Channel = 'mail' | 'webhook'

/** One delivery to one receiver. It names what to say, never says it: content is read when it is sent. */
export interface OutboxRecord {
  readonly id: string
  readonly workspaceId: string
  readonly channel: Channel
  /** mail: `lead-assigned` | `acknowledgement`; webhook: the event type. */
  readonly kind: string
  /** mail: user id for `lead-assigned`, lead id for `acknowledgement`; webhook: endpoint id. */
  readonly target: string
  readonly eventId: string
  readonly leadId: string
  readonly submissionId: string | undefined
  /** `held`: no mail server is configured; `dead`: given up. */
  readonly state: 'waiting' | 'sending' | 'done' | 'dead' | 'held'
  readonly attempts: number
  readonly nextAt: Date
  readonly leaseOwner: string | undefined
  readonly leaseUntil: Date | undefined
  /** Plain words of the last failure, without personal data. */
  readonly lastError: string | undefined
  readonly doneAt: Date | undefined
  readonly createdAt: Date
}

export interface EventStore {
  /** Events after `after` (an event id), oldest first, at most `limit`. */
  since(workspaceId: string, after: string, limit: number): Promise<readonly EventRecord[]>
  ofLead(workspaceId: string, leadId: string): Promise<readonly EventRecord[]>
  find(workspaceId: string, eventId: string): Promise<EventRecord | undefined>
}

export interface OutboxStore {
  /** Takes up to `limit` due rows under a lease, longest due first; rows of a lapsed lease are due again. Targets in `except` are left alone. */
  claimDue(claim: {
    owner: string
    now: Date
    leaseUntil: Date
    limit: number
    except?: readonly string[]
  }): Promise<readonly OutboxRecord[]>
  /** Settles a row this owner still holds; false when the lease was lost. */
  settle(
    owner: string,
    row: {
      id: string
      state: 'done' | 'dead' | 'held' | 'waiting'
      attempts: number
      nextAt: Date
      lastError: string | undefined
      now: Date
    },
  ): Promise<boolean>
  /** The next instant at which something falls due, leases included. */
  nextDue(): Promise<Date | undefined>
  page(
    workspaceId: string,
    request: PageRequest & { state?: OutboxRecord['state'] | undefined },
  ): Promise<PageOf<OutboxRecord>>
  find(workspaceId: string, id: string): Promise<OutboxRecord | undefined>
  /** Makes a dead, held or done row due again under the same id. */
  replay(workspaceId: string, id: string, now: Date): Promise<boolean>
  /** Makes every held mail due again: a mail server has been configured. */
  releaseHeld(now: Date): Promise<number>
  pending(): Promise<number>
}

export interface WebhookRecord {
  readonly id: string
  readonly workspaceId: string
  readonly url: string
  readonly types: readonly EventType[]
  /** `whsec_…`, sealed at rest; never shown again after creation. */
  readonly secret: string
  readonly isEnabled: boolean
  /** Words for the owner when the product switched it off. */
  readonly disabledBecause: string | undefined
  readonly failingSince: Date | undefined
  readonly createdAt: Date
}

export interface WebhookStore {
  list(workspaceId: string): Promise<readonly WebhookRecord[]>
  find(workspaceId: string, id: string): Promise<WebhookRecord | undefined>
  create(webhook: WebhookRecord): Promise<void>
  update(
    workspaceId: string,
    id: string,
    change: Partial<
      Pick<WebhookRecord, 'url' | 'types' | 'isEnabled' | 'disabledBecause' | 'failingSince'>
    >,
  ): Promise<boolean>
  remove(workspaceId: string, id: string): Promise<boolean>
}
