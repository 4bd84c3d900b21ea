import type { ConversationStore } from './port/conversations.ts'
import type { FormStore, ModelStore, RoutingStore } from './port/definitions.ts'
import type { EventRecord, EventStore, OutboxStore, WebhookStore } from './port/delivery.ts'
import type { IntakeStore } from './port/intake.ts'
import type { LeadStore } from './port/leads.ts'
import type { AuditStore, KeyStore, MemberStore, WorkspaceStore } from './port/people.ts'
import type { SubmissionStore } from './port/submissions.ts'
import type { UploadStore } from './port/uploads.ts'

export type * from './port/conversations.ts'
export type * from './port/definitions.ts'
export type * from './port/delivery.ts'
export type * from './port/intake.ts'
export type * from './port/leads.ts'
export type * from './port/page.ts'
export type * from './port/people.ts'
export type * from './port/submissions.ts'
export type * from './port/uploads.ts'

/** What the rest of the house knows of storage. Instants are `Date`s, ids are UUIDv7 texts unless said otherwise. */
export interface Storage {
  readonly forms: FormStore
  readonly models: ModelStore
  readonly routing: RoutingStore
  readonly conversations: ConversationStore
  readonly intake: IntakeStore
  readonly leads: LeadStore
  readonly submissions: SubmissionStore
  readonly uploads: UploadStore
  readonly events: EventStore
  readonly outbox: OutboxStore
  readonly webhooks: WebhookStore
  readonly keys: KeyStore
  readonly members: MemberStore
  readonly audit: AuditStore
  readonly workspaces: WorkspaceStore
  /** Wakes `listener` with the ids of events committed by any node, at once after the commit. */
  onEvents(listener: (events: readonly EventRecord[]) => void): () => void
  /** Wakes `listener` when a commit of any node left something in the outbox. */
  onOutbox(listener: () => void): () => void
  /** Resolves when the database answers and every migration is applied; rejects with the cause otherwise. */
  ready(): Promise<void>
  close(): Promise<void>
}

/** A stale revision, a taken name: the edge knows the status of `code`. */
export class StorageConflict extends Error {
  override readonly name = 'StorageConflict'
  readonly code:
    | 'stale-revision'
    | 'slug-taken'
    | 'already-claimed'
    | 'already-decided'
    | 'already-submitted'
    | 'upload-taken'
  constructor(code: StorageConflict['code'], message: string) {
    super(message)
    this.code = code
  }
}
