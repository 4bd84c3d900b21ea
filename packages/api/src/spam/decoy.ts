import type { Receipt } from '@bantam/storage'
import { receiptOf } from '../intake/decide.ts'
import type { Prepared } from '../intake/prepared.ts'

/** A receipt as anybody gets one, for a submission that is kept nowhere. */
export const decoyFor = (submission: Prepared, submissionId: string): Receipt =>
  receiptOf(submission, { submissionId, lane: 'nurture' })
