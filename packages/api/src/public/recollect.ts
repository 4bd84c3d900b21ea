import type { EarlierAnswer } from '@bantam/engine'
import type { AnswerValue } from '@bantam/schema'
import type { ConversationRecord, KnownAnswer, SubmissionRecord } from '@bantam/storage'
import type { Deps } from '../deps.ts'

type RecollectDeps = Pick<Deps, 'storage' | 'directory'>

/** An answer of an earlier submission. */
export interface Remembered extends EarlierAnswer {
  readonly submissionId: string
}

/** What a visitor's token has said so far, newest first. */
export interface Recollection {
  readonly answers: readonly Remembered[]
  readonly submissions: number
  /** Epoch milliseconds of the newest. */
  readonly answeredAt: number | undefined
}

/** What was frozen at the start of a conversation, as far as it is still kept. */
export interface Known {
  readonly values: ReadonlyMap<string, { readonly value: AnswerValue; readonly since: string }>
  /** The address that said it; empty when it came without one. */
  readonly email: string
}

/** Older submissions of one token say nothing any more. */
const mostSubmissions = 20

/**
 * What one token told one workspace, on any of its forms. Another address starts anew: only what came since counts, so
 * that two people on one device are not taken for each other.
 */
export const recollect = async (
  { storage, directory }: RecollectDeps,
  { workspaceId, visitorHash }: { workspaceId: string; visitorHash: string },
): Promise<Recollection> => {
  const all = await storage.submissions.ofVisitor(workspaceId, visitorHash, {
    limit: mostSubmissions,
  })
  const own = ofOnePerson(all).map(({ submission }) => submission)
  const answers = await Promise.all(
    own.map(async (submission) => {
      const { formId, version, id: submissionId } = submission
      const form = await directory.version({ workspaceId, formId }, version)
      return submission.answers.map(({ questionId, value, knownSince }) => ({
        formId,
        questionId,
        property: form?.compiled.questions.get(questionId)?.property,
        value,
        at: knownSince === undefined ? submission.at.getTime() : Date.parse(knownSince),
        submissionId,
      }))
    }),
  )
  return {
    answers: answers.flat().toSorted((one, other) => other.at - one.at),
    submissions: own.length,
    answeredAt: own[0]?.at.getTime(),
  }
}

/** The values behind what a conversation knows; what has been erased since is known no more. */
export const knownTo = async (
  { storage }: Pick<RecollectDeps, 'storage'>,
  { workspaceId, visitorHash, known }: ConversationRecord,
): Promise<Known> => {
  if (visitorHash === undefined || known.length === 0) return { values: new Map(), email: '' }
  const all = await storage.submissions.ofVisitor(workspaceId, visitorHash, {
    limit: 2 * mostSubmissions,
  })
  const said = new Map(all.map((one) => [one.submission.id, one]))
  return {
    values: new Map(
      known.flatMap((one) => {
        const submission = said.get(one.submissionId)?.submission
        const answer = submission && answerOf(submission, one)
        return answer ? [[one.questionId, answer] as const] : []
      }),
    ),
    email: known.map(({ submissionId }) => said.get(submissionId)?.email).find(Boolean) ?? '',
  }
}

const answerOf = ({ answers, at }: SubmissionRecord, { from }: KnownAnswer) => {
  const answer = answers.find(({ questionId }) => questionId === from)
  return answer && { value: answer.value, since: answer.knownSince ?? at.toISOString() }
}

/** The newest submissions, down to the first of another address. */
const ofOnePerson = <T extends { readonly email: string }>(newestFirst: readonly T[]): T[] => {
  const email = newestFirst.find((one) => one.email !== '')?.email
  const end = newestFirst.findIndex((one) => one.email !== '' && one.email !== email)
  return newestFirst.slice(0, end === -1 ? undefined : end)
}
