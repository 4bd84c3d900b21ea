import type {
  AnswerValue,
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
  readonly answers: readonly {
    questionId: string
    title: string
    value: AnswerValue
    display: string
  }[]
  readonly discarded: readonly string[]
  readonly hidden: Hidden
  readonly page: Page | undefined
  readonly consent: readonly { purpose: string; granted: boolean; textVersion: string }[]
  readonly score: Score
  readonly destination: Destination
  readonly ownerId: string | undefined
  readonly sla: Sla | undefined
  readonly record: DecisionRecord
  readonly receipt: Receipt
  readonly isTest: boolean
  readonly at: Date
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
  page(
    workspaceId: string,
    request: PageRequest & { formId?: string | undefined; leadId?: string | undefined },
  ): Promise<PageOf<SubmissionRecord>>
}
