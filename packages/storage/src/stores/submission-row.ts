import type { SubmissionRecord } from '../port.ts'
import type { Tables } from '../tables.ts'
import type { Key, Vault } from '../vault.ts'

export type SubmissionRow = Tables['submissions']['$inferSelect']

type Sealed = Pick<
  SubmissionRecord,
  'answers' | 'discarded' | 'hidden' | 'page' | 'consent' | 'score' | 'sla' | 'record' | 'receipt'
>

/** A submission as it is stored; the receipt is sealed too, for an ending may repeat an answer. */
export const submissionRow = (
  submission: SubmissionRecord,
  { vault, key }: { vault: Vault; key: Key },
): SubmissionRow => {
  const { answers, discarded, hidden, page, consent, score, sla, record, receipt } = submission
  const sealed: Sealed = {
    answers,
    discarded,
    hidden,
    page,
    consent,
    score,
    sla,
    record,
    receipt,
  }
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
    sealed: vault.seal(key, JSON.stringify(sealed)),
  }
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
