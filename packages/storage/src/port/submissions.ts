import type {
  AnswerValue,
  ConsentGiven,
  DecisionRecord,
  Destination,
  Hidden,
  Page,
  Score,
  Sla,
} from '@bantam/schema'
import type { PageOf, PageRequest } from './page.ts'

export interface SubmissionRecord {
  readonly id: string
  readonly workspaceId: string
  readonly formId: string
  readonly version: number
  readonly key: string
  /** SHA-256 of the canonical JSON body. */
  readonly fingerprint: string
  readonly leadId: string
  readonly conversationId: string | undefined
  /** SHA-256 of the visitor's token. */
  readonly visitorHash: string | undefined
  readonly answers: readonly {
    questionId: string
    title: string
    value: AnswerValue
    display: string
    /** When it was said, if that was in an earlier submission (ISO 8601). */
    knownSince?: string
  }[]
  readonly discarded: readonly string[]
  readonly hidden: Hidden
  readonly page: Page | undefined
  readonly consent: readonly ConsentGiven[]
  readonly score: Score
  readonly destination: Destination
  readonly ownerId: string | undefined
  readonly sla: Sla | undefined
  readonly record: DecisionRecord
  readonly receipt: Receipt
  /** Ids of uploads that it claims as it is stored; the uploads themselves know it afterwards. */
  readonly uploads?: readonly string[] | undefined
  readonly isTest: boolean
  readonly at: Date
}

/** A value and its JSON: each is made from the other when it is first asked for, and then kept. */
export interface Written<T> {
  readonly text: string
  readonly value: T
}

/** What a submission says by itself; kept as one text, which is written once and seldom read. */
export type Said = Pick<
  SubmissionRecord,
  'answers' | 'discarded' | 'hidden' | 'page' | 'consent' | 'score'
>

/** A submission to be stored. */
export interface NewSubmission extends Omit<SubmissionRecord, keyof Said> {
  readonly said: Written<Said>
}

export interface Receipt {
  readonly submissionId: string
  readonly ending: {
    readonly id: string
    readonly kind: string
    readonly title: string
    readonly body?: string
    readonly url?: string
  }
}

export interface SubmissionStore {
  find(workspaceId: string, submissionId: string): Promise<SubmissionRecord | undefined>
  /** Whether a submission of the form is stored under an Idempotency-Key. */
  hasKey(workspaceId: string, formId: string, key: string): Promise<boolean>
  page(
    workspaceId: string,
    request: PageRequest & { formId?: string | undefined; leadId?: string | undefined },
  ): Promise<PageOf<SubmissionRecord>>
  /** What came with a visitor's token, newest first, each with the address of its lead; empty for a lead without one. */
  ofVisitor(
    workspaceId: string,
    visitorHash: string,
    { limit }: { limit: number },
  ): Promise<readonly { readonly submission: SubmissionRecord; readonly email: string }[]>
}
