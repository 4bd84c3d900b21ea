import type { Deps } from '../deps.ts'
import { notFound } from '../problems.ts'
import { freshSecret, hashOf, knownOrFresh } from './visitor.ts'

type ConversationDeps = Pick<Deps, 'storage' | 'directory' | 'clock'>

/** Opens a conversation on the published version; it stays on that version however often the form is published. */
export const startConversation = async (
  deps: ConversationDeps,
  { formId, token }: { formId: string; token: string | undefined },
): Promise<{ conversationId: string; visitor: string; version: number; skip: string[] }> => {
  const published = await deps.directory.form(formId)
  if (!published) throw notFound('form')
  const { workspaceId } = published.record
  const visitor = await knownOrFresh(deps.storage, { workspaceId, token })
  const conversationId = freshSecret(128)
  const now = deps.clock()
  await deps.storage.conversations.start({
    id: conversationId,
    workspaceId,
    formId,
    version: published.version,
    visitorHash: hashOf(visitor),
    seq: 0,
    answers: [],
    submissionId: undefined,
    startedAt: now,
    updatedAt: now,
  })
  return { conversationId, visitor, version: published.version, skip: [] }
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
): Promise<{ skip: string[] }> => {
  if (!(await deps.storage.conversations.find(conversationId))) throw notFound('conversation')
  const given = answers.map(({ questionId, value = null }) => ({ questionId, value }))
  await deps.storage.conversations.save(conversationId, { seq, answers: given, now: deps.clock() })
  return { skip: [] }
}
