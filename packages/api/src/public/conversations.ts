import type { Form, GivenAnswer, Page, ProblemDetail } from '@bantam/schema'
import type { ConversationRecord } from '@bantam/storage'
import type { Deps } from '../deps.ts'
import { touchOf } from '../intake/attribution.ts'
import { notFound } from '../problems.ts'
import { profileOf } from './profile.ts'
import { refusedAmong } from './refused.ts'
import { skipOf } from './skip.ts'
import { freshSecret, hashOf, isKnown } from './visitor.ts'

type ConversationDeps = Pick<Deps, 'storage' | 'directory' | 'clock'>

/** Answers so far: the list with the higher number is the newer one. */
interface Progress {
  readonly seq?: number | undefined
  readonly answers: readonly { readonly questionId: string; readonly value?: unknown }[]
}

/** What a browser hears of its answers so far. */
interface Heard {
  /** Questions that need no answer. */
  readonly skip: readonly string[]
  /** What the submission would be refused for. */
  readonly errors?: readonly ProblemDetail[]
}

/** What a browser hears of the conversation it started. */
export interface Started extends Heard {
  readonly conversationId: string
  readonly visitor: string
  readonly version: number
  readonly asksProof?: true
  readonly definition?: Form
}

/**
 * Opens a conversation on the published version; it stays on that version however often the form is published, and on
 * what was known of the visitor by then. A token that this workspace does not know gets a fresh one in its place:
 * nobody can tell which happened to another. Answers that came along are kept, and count for what need not be asked.
 */
export const startConversation = async (
  deps: ConversationDeps,
  {
    formId,
    token,
    page,
    progress,
  }: {
    formId: string
    token: string | undefined
    page?: Page | undefined
    progress?: Progress | undefined
  },
): Promise<Started> => {
  const published = await deps.directory.form(formId)
  const form = published && (await deps.directory.version(published, published.version))
  if (!form) throw notFound('form')
  const { workspaceId, version } = form
  const now = deps.clock()
  const own =
    token !== undefined && (await isKnown(deps.storage, { workspaceId, token, now }))
      ? token
      : undefined
  const visitor = own ?? freshSecret(256)
  const { known, skip, definition } = await profileOf(deps, {
    form,
    visitorHash: own === undefined ? undefined : hashOf(own),
  })
  const conversationId = freshSecret(128)
  const conversation: ConversationRecord = {
    id: conversationId,
    workspaceId,
    formId,
    version,
    visitorHash: hashOf(visitor),
    seq: progress?.seq ?? 0,
    answers: given(progress),
    known,
    skip,
    touch: touchOf(page, now),
    submissionId: undefined,
    startedAt: now,
    updatedAt: now,
  }
  await deps.storage.conversations.start(conversation)
  return {
    conversationId,
    visitor,
    version,
    ...(progress ? await heard(deps, conversation) : { skip }),
    ...(published.record.asksProof && { asksProof: true }),
    ...(definition && { definition }),
  }
}

/**
 * Keeps the whole list of answers so far; an older `seq` changes nothing.
 * Throws not-found for an unknown conversation and already-submitted for a finished one.
 */
export const savePartial = async (
  deps: ConversationDeps,
  { conversationId, seq = 0, ...progress }: Progress & { conversationId: string },
): Promise<Heard> => {
  const conversation = await deps.storage.conversations.find(conversationId)
  if (!conversation) throw notFound('conversation')
  const answers = given(progress)
  await deps.storage.conversations.save(conversationId, { seq, answers, now: deps.clock() })
  return heard(deps, { ...conversation, answers })
}

const heard = async (deps: ConversationDeps, conversation: ConversationRecord): Promise<Heard> => {
  const [form, skip] = await Promise.all([
    deps.directory.version(conversation, conversation.version),
    skipOf(deps, conversation),
  ])
  const errors = form ? refusedAmong(form.compiled, conversation.answers) : []
  return { skip, ...(errors.length > 0 && { errors }) }
}

/** One without a value is a skipped question. */
const given = (progress: Progress | undefined): GivenAnswer[] =>
  (progress?.answers ?? []).map(({ questionId, value = null }) => ({ questionId, value }))
