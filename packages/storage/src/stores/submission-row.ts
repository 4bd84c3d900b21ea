import type { NewSubmission, Said, SubmissionRecord } from '../port.ts'
import type { Tables } from '../tables.ts'
import type { Key, Vault } from '../vault.ts'
import { joined } from './joined.ts'

export type SubmissionRow = Tables['submissions']['$inferSelect']

/** What was decided of it; sealed too, for an ending may repeat an answer. */
type Decided = Pick<SubmissionRecord, 'sla' | 'record' | 'receipt'>
type Sealed = Said & Decided

/** A submission as it is stored. */
export const submissionRow = (
  submission: NewSubmission,
  { vault, key }: { vault: Vault; key: Key },
): SubmissionRow => {
  const { said, sla, record, receipt } = submission
  const decided: Decided = { sla, record, receipt }
  return {
    workspaceId: submission.workspaceId,
    id: submission.id,
    formId: submission.formId,
    version: submission.version,
    key: submission.key,
    fingerprint: submission.fingerprint,
    leadId: submission.leadId,
    conversationId: submission.conversationId ?? null,
    visitorHash: submission.visitorHash ?? null,
    destination: submission.destination,
    ownerId: submission.ownerId ?? null,
    isTest: submission.isTest,
    at: submission.at,
    sealed: vault.seal(key, joined(said.text, JSON.stringify(decided))),
  }
}

/** A submission that is at hand as a whole, to be stored. */
export const storable = (record: SubmissionRecord): NewSubmission => {
  const { answers, discarded, hidden, page, consent, score } = record
  const value: Said = { answers, discarded, hidden, page, consent, score }
  return { ...record, said: { value, text: JSON.stringify(value) } }
}

export const submissionOf = (
  { sealed: text, ...row }: SubmissionRow,
  { vault, key }: { vault: Vault; key: Key },
): SubmissionRecord => {
  const sealed: Sealed = JSON.parse(vault.open(key, text))
  return {
    ...row,
    conversationId: row.conversationId ?? undefined,
    visitorHash: row.visitorHash ?? undefined,
    ownerId: row.ownerId ?? undefined,
    ...sealed,
    // JSON drops what is undefined; records name it.
    page: sealed.page,
    sla: sealed.sla,
  }
}
