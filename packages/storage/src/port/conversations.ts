/** A visitor's conversation; `id` is a 128-bit random secret, `visitorHash` the SHA-256 of the visitor token. */
export interface ConversationRecord {
  readonly id: string
  readonly workspaceId: string
  readonly formId: string
  readonly version: number
  readonly visitorHash: string | undefined
  readonly seq: number
  readonly answers: readonly { questionId: string; value: unknown }[]
  readonly submissionId: string | undefined
  readonly startedAt: Date
  readonly updatedAt: Date
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
  /** True when this workspace issued the token behind the hash: it has had a conversation. */
  knowsVisitor(workspaceId: string, visitorHash: string): Promise<boolean>
  /** Idempotent by signal id. */
  addSignals(signals: readonly SignalRecord[]): Promise<void>
  signals(workspaceId: string, visitorHash: string, after: Date): Promise<readonly SignalRecord[]>
}
