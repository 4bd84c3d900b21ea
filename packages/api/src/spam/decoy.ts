import type { Receipt } from '@bantam/storage'
import { endingOf } from '../intake/judge.ts'
import type { Prepared } from '../intake/prepared.ts'

/** A receipt as anybody gets one, for a submission that is kept nowhere. */
export const decoyFor = (submission: Prepared, submissionId: string): Receipt => ({
  submissionId,
  ending: endingOf({ ...submission, ...submission.said.value }, 'nurture'),
})
