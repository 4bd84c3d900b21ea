import type { CompiledForm } from '@bantam/engine'
import type { AnswerValue, ProblemDetail } from '@bantam/schema'
import type { UploadRecord } from '@bantam/storage'
import type { Deps } from '../deps.ts'
import type { FormVersion } from '../intake/directory.ts'
import type { Prepared } from '../intake/prepared.ts'
import { Problem } from '../problems.ts'
import { mostBytes, takes } from './receive.ts'

/** Uploads that a submission may claim, by id. */
export type Claimable = ReadonlyMap<string, UploadRecord>

const none: Claimable = new Map()

/**
 * The uploads that sent answers name and that are free, or were claimed by this very submission when it was sent before.
 * A form that was sent no file asks nothing of the storage.
 */
export const claimableUploads = async (
  { storage }: Pick<Deps, 'storage'>,
  {
    form,
    answers,
    ...own
  }: {
    form: FormVersion
    answers: readonly { questionId: string; value?: unknown }[]
    key: string
    conversationId: string | undefined
  },
): Promise<Claimable> => {
  const ids = new Set<string>()
  for (const { questionId, value } of answers)
    if (typeof value === 'string' && form.compiled.questions.get(questionId)?.kind === 'file')
      ids.add(value)
  if (ids.size === 0) return none
  const { workspaceId, formId } = form
  const found = await storage.uploads.find(workspaceId, [...ids].slice(0, mostAsked))
  const free = await Promise.all(
    found.map(async (upload) => {
      if (upload.formId !== formId) return []
      if (upload.submissionId === undefined) return [upload]
      const claimer = await storage.submissions.find(workspaceId, upload.submissionId)
      const isOwn =
        claimer?.formId === formId &&
        (claimer.key === own.key ||
          (own.conversationId !== undefined && claimer.conversationId === own.conversationId))
      return isOwn ? [upload] : []
    }),
  )
  return new Map(free.flat().map((upload) => [upload.id, upload]))
}

const mostAsked = 100

/** What the file answers of a path claim, and what is wrong with them. */
export const claimsOf = (
  { questions }: CompiledForm,
  {
    answers,
    uploads = none,
  }: { answers: ReadonlyMap<string, AnswerValue>; uploads?: Claimable | undefined },
): { readonly claims: readonly string[]; readonly errors: readonly ProblemDetail[] } => {
  const claims = new Set<string>()
  const errors: ProblemDetail[] = []
  for (const [id, value] of answers) {
    const question = questions.get(id)
    if (question?.kind !== 'file') continue
    const upload = uploads.get(String(value))
    const isGood =
      upload !== undefined &&
      !claims.has(upload.id) &&
      (upload.questionId === undefined || upload.questionId === id) &&
      takes(question, upload.type) &&
      upload.size <= mostBytes(question)
    if (isGood) claims.add(upload.id)
    else errors.push(unknownUpload(id))
  }
  return { claims: [...claims], errors }
}

/** Another submission was quicker: turns storage's word for it into the answer that a later one gets. */
export const refusingTaken = <T>(
  submitted: Promise<T>,
  { form, said }: Pick<Prepared, 'form' | 'said'>,
): Promise<T> =>
  submitted.catch((error: unknown) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'upload-taken'
    if (!isTaken) throw error
    const errors = said.value.answers.flatMap(({ questionId }) =>
      form.compiled.questions.get(questionId)?.kind === 'file' ? [unknownUpload(questionId)] : [],
    )
    throw new Problem('invalid-answers', 'A file was sent with another submission.', { errors })
  })

const unknownUpload = (questionId: string): ProblemDetail => ({
  path: `answers.${questionId}`,
  code: 'unknown-upload',
  message: 'This file is not here any more. Please upload it again.',
})
