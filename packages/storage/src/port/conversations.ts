import type { Touch } from '@bantam/schema'

/** A visitor's conversation; `id` is a 128-bit random secret, `visitorHash` the SHA-256 of the visitor token. */
export interface ConversationRecord {
  readonly id: string
  readonly workspaceId: string
  readonly formId: string
  readonly version: number
  readonly visitorHash: string | undefined
  readonly seq: number
  readonly answers: readonly { questionId: string; value: unknown }[]
  /** What was known of this visitor when the conversation started, which never changes. */
  readonly known: readonly KnownAnswer[]
  /** Optional questions that were not to be asked when the conversation started. */
  readonly skip: readonly string[]
  /** Where the visitor came from when it started. */
  readonly touch?: Touch | undefined
  readonly submissionId: string | undefined
  readonly startedAt: Date
  readonly updatedAt: Date
}

/** A question of this form, and the earlier submission that answered it under `from`. */
export interface KnownAnswer {
  readonly questionId: string
  readonly submissionId: string
  readonly from: string
}

export interface SignalRecord {
  readonly id: string
  readonly workspaceId: string
  readonly visitorHash: string
  readonly name: string
  readonly at: Date
  readonly url: string | undefined
}

export interface ConversationStore {
  /** Also adds one start to the form's day. */
  start(conversation: ConversationRecord): Promise<void>
  find(conversationId: string): Promise<ConversationRecord | undefined>
  /** Stores the whole list when `seq` is newer; false when it is older; throws `already-submitted` afterwards. */
  save(
    conversationId: string,
    change: { seq: number; answers: ConversationRecord['answers']; now: Date },
  ): Promise<boolean>
  /** True when this workspace issued the token behind the hash: it has had a conversation or a signal after that instant. */
  knowsVisitor(workspaceId: string, visitorHash: string, after: Date): Promise<boolean>
  /** Idempotent by signal id. */
  addSignals(signals: readonly SignalRecord[]): Promise<void>
  signals(workspaceId: string, visitorHash: string, after: Date): Promise<readonly SignalRecord[]>
}
