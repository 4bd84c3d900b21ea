import type { SubmissionRecord } from '@bantam/storage'
import { fingerprintOf } from './fingerprint.ts'

type Answers = SubmissionRecord['answers']

/** Whether two submissions of one conversation say different things: what was given, not what was known or how it reads. */
export const isOther = (answers: Answers, earlier: Answers): boolean =>
  fingerprintOf(given(answers)) !== fingerprintOf(given(earlier))

const given = (answers: Answers) =>
  answers.flatMap(({ questionId, value, knownSince }) =>
    knownSince === undefined ? [[questionId, value]] : [],
  )
