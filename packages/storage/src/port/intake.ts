import type { FormTraffic, PoolCredit } from './definitions.ts'
import type { EventRecord, OutboxRecord } from './delivery.ts'
import type { LeadAction, LeadRecord, StorableLead } from './leads.ts'
import type { NewSubmission, SubmissionRecord } from './submissions.ts'

/** What a batch of submissions must see before it decides, read inside the transaction. */
export interface IntakeSeen {
  /** Earlier submissions under the same form and key, or of the same conversation. */
  readonly submissions: readonly Pick<
    NewSubmission,
    'id' | 'workspaceId' | 'formId' | 'key' | 'fingerprint' | 'receipt' | 'conversationId' | 'said'
  >[]
  readonly leads: readonly LeadRecord[]
  /** Credits of the workspaces' pools, locked until the batch commits. */
  readonly credits: readonly (PoolCredit & { workspaceId: string })[]
  /** Open leads per person. */
  readonly open: readonly { workspaceId: string; userId: string; open: number }[]
}

export interface IntakeRequest {
  readonly workspaceId: string
  readonly formId: string
  readonly key: string
  readonly conversationId: string | undefined
  /** Empty when the submission has none. */
  readonly email: string
}

/** What the batch decided; all of it lands in one transaction or none does. */
export interface IntakeWrites {
  readonly submissions: readonly NewSubmission[]
  /** New leads are inserted, known ones (same id) replaced. */
  readonly leads: readonly { readonly lead: StorableLead; readonly isNew: boolean }[]
  readonly credits: readonly (PoolCredit & { workspaceId: string })[]
  readonly events: readonly EventRecord[]
  readonly outbox: readonly OutboxRecord[]
}

export interface IntakeStore {
  /**
   * One transaction for the batch: reads, calls `decide` once (pure, synchronous), writes, commits, wakes listeners.
   * Also adds the submissions to their forms' days, marks their conversations submitted, makes each new lead's key and keeps
   * the open counts: a lead counts for its owner while it is open, and a new submission opens it again.
   * Rejects as a whole; the caller retries its members one by one.
   */
  accept<T extends IntakeWrites>(
    batch: readonly IntakeRequest[],
    decide: (seen: IntakeSeen) => T,
  ): Promise<T>
  /**
   * Deletes nothing and inserts history as is, all of it or none (no outbox, no wake): the demo's way in. Plain data,
   * which crosses threads.
   */
  import(
    workspaceId: string,
    rows: {
      leads: readonly StorableLead[]
      submissions: readonly SubmissionRecord[]
      events: readonly EventRecord[]
      actions: readonly LeadAction[]
      /** Each form and day once. */
      traffic?: readonly FormTraffic[]
    },
  ): Promise<void>
}
