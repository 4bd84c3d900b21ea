import type { Form, Page } from '@bantam/schema'
import type { Deps } from '../deps.ts'
import { touchOf } from '../intake/attribution.ts'
import { notFound } from '../problems.ts'
import { profileOf } from './profile.ts'
import { skipOf } from './skip.ts'
import { freshSecret, hashOf, isKnown } from './visitor.ts'

type ConversationDeps = Pick<Deps, 'storage' | 'directory' | 'clock'>

/** What a browser hears of the conversation it started. */
export interface Started {
  readonly conversationId: string
  readonly visitor: string
  readonly version: number
  readonly skip: readonly string[]
  readonly asksProof?: true
  readonly definition?: Form
}

/**
 * Opens a conversation on the published version; it stays on that version however often the form is published, and on
 * what was known of the visitor by then. A token that this workspace does not know gets a fresh one in its place:
 * nobody can tell which happened to another.
 */
export const startConversation = async (
  deps: ConversationDeps,
  { formId, token, page }: { formId: string; token: string | undefined; page?: Page | undefined },
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
  await deps.storage.conversations.start({
    id: conversationId,
    workspaceId,
    formId,
    version,
    visitorHash: hashOf(visitor),
    seq: 0,
    answers: [],
    known,
    skip,
    touch: touchOf(page, now),
    submissionId: undefined,
    startedAt: now,
    updatedAt: now,
  })
  return {
    conversationId,
    visitor,
    version,
    skip,
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
  {
    conversationId,
    seq,
    answers,
  }: {
    conversationId: string
    seq: number
    answers: readonly { questionId: string; value?: unknown }[]
  },
): Promise<{ skip: readonly string[] }> => {
  const conversation = await deps.storage.conversations.find(conversationId)
  if (!conversation) throw notFound('conversation')
  const given = answers.map(({ questionId, value = null }) => ({ questionId, value }))
  await deps.storage.conversations.save(conversationId, { seq, answers: given, now: deps.clock() })
  return { skip: await skipOf(deps, { ...conversation, answers: given }) }
}
