import { createHash } from 'node:crypto'
import type { FileType, QuestionOf } from '@bantam/schema'
import type { Context } from 'hono'
import { readBytes } from '../body.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { notFound, Problem } from '../problems.ts'
import { freshSecret } from '../public/visitor.ts'
import { fileName } from './file-name.ts'
import { partOfForm, type SentFile } from './multipart.ts'
import { sniff } from './sniff.ts'

/** Bytes that a file may have unless its question says otherwise. */
const defaultMost = 10 * 1024 * 1024
/** Bytes that the boundaries and headers of a multipart body may add. */
const envelope = 64 * 1024
/** Bytes that are held in memory for uploads under way, at most. */
const mostUnderWay = 128 * 1024 * 1024

type ReceiveDeps = Pick<Deps, 'storage' | 'directory' | 'files' | 'clock'>

/**
 * Takes one file for a form's file question, as multipart or as the bare body; resolves to the upload's id when it is on
 * disk. `question` in the address narrows it to one question, `version` to an older form, `name` names a bare body.
 * Throws not-found, too-large, unsupported-media-type, wrong-shape or unavailable.
 */
export const createReceive = (deps: ReceiveDeps) => {
  let underWay = 0
  return async (c: Context<ApiEnv>, formId: string): Promise<{ uploadId: string }> => {
    const { workspaceId, questions } = await questionsAsked(deps, { c, formId })
    const most = Math.max(...questions.map(mostBytes))
    if (underWay + most > mostUnderWay)
      throw new Problem(
        'unavailable',
        'Too many files are being uploaded. Try again in a moment.',
        {
          retryAfter: 5,
        },
      )
    underWay += most
    try {
      const file = await readFile(c, most)
      const sniffed = await sniff(file.bytes)
      const [question, ...others] = questions.filter(
        (one) => sniffed && takes(one, sniffed.type) && file.bytes.length <= mostBytes(one),
      )
      if (!sniffed || !question) throw refusedType(questions)
      const id = freshSecret(128)
      await deps.storage.uploads.add({
        id,
        workspaceId,
        formId,
        questionId: others.length > 0 ? undefined : question.id,
        name: fileName(file.name, sniffed.extension),
        type: sniffed.type,
        mediaType: sniffed.mediaType,
        size: file.bytes.length,
        hash: createHash('sha256').update(file.bytes).digest('base64url'),
        submissionId: undefined,
        createdAt: deps.clock(),
      })
      // The row comes first: bytes without one would lie there for ever.
      await deps.files.put(id, file.bytes)
      return { uploadId: id }
    } finally {
      underWay -= most
    }
  }
}

type FileQuestion = QuestionOf<'file'>

export const mostBytes = ({ validation }: FileQuestion): number =>
  validation?.maxBytes ?? defaultMost

export const takes = ({ validation }: FileQuestion, type: FileType): boolean =>
  validation?.types?.includes(type) ?? true

const questionsAsked = async (
  { directory }: ReceiveDeps,
  { c, formId }: { c: Context<ApiEnv>; formId: string },
) => {
  const published = await directory.form(formId)
  if (!published) throw notFound('form')
  const asked = c.req.query('version')
  const version = asked === undefined ? published.version : Number(asked)
  const form = Number.isSafeInteger(version)
    ? await directory.version(published, version)
    : undefined
  if (!form) throw notFound('published version')
  const id = c.req.query('question')
  const questions = form.definition.questions.filter(
    (one) => one.kind === 'file' && (id === undefined || one.id === id),
  ) as FileQuestion[]
  if (questions.length === 0) throw notFound('file question')
  return { workspaceId: form.workspaceId, questions }
}

const readFile = async (c: Context<ApiEnv>, most: number): Promise<SentFile> => {
  const type = c.req.header('content-type') ?? ''
  const isForm = /^multipart\/form-data\s*;/i.test(type)
  const body = await readBytes(c, isForm ? most + envelope : most)
  const file = isForm
    ? await partOfForm(body, type)
    : { name: c.req.query('name') ?? '', bytes: body }
  if (!file || file.bytes.length === 0)
    throw new Problem('wrong-shape', 'There is no file in the body. Send one that is not empty.')
  if (file.bytes.length > most)
    throw new Problem(
      'too-large',
      `The file is larger than ${most / 1024} KiB. Send a smaller one.`,
    )
  return file
}

const refusedType = (questions: readonly FileQuestion[]): Problem => {
  const types = new Set(questions.flatMap(({ validation }) => validation?.types ?? everyType))
  return new Problem(
    'unsupported-media-type',
    `The bytes of this file show none of the types that are taken here: ${[...types].join(', ')}. Its name was not asked.`,
  )
}

const everyType: readonly FileType[] = [
  'pdf',
  'image',
  'document',
  'spreadsheet',
  'presentation',
  'text',
]
