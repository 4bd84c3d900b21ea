import {
  compileStakes,
  skippable,
  type CompiledModel,
  type CompiledRouting,
  type Stakes,
} from '@bantam/engine'
import type { ConversationRecord } from '@bantam/storage'
import type { Deps } from '../deps.ts'
import { isInList } from '../facts/mail-domains.ts'
import type { FormVersion } from '../intake/directory.ts'
import { answerFacts } from '../intake/prepared.ts'
import { knownTo } from './recollect.ts'
import { signalsOf } from './submit.ts'

type SkipDeps = Pick<Deps, 'storage' | 'directory' | 'clock'>

/**
 * Ids of the questions that a conversation need not ask any more: those it was excused from when it
 * started, and those that cannot change any more what becomes of the lead. What is known of whoever
 * owns the typed address is not looked at, nor whether it is the address of whoever answered before: the browser would
 * learn of it.
 */
export const skipOf = async (
  deps: SkipDeps,
  conversation: ConversationRecord,
): Promise<readonly string[]> => {
  const { workspaceId, visitorHash, version, skip } = conversation
  const [form, definitions, signals, past] = await Promise.all([
    deps.directory.version(conversation, version),
    deps.directory.definitions(workspaceId),
    signalsOf(deps, { workspaceId, visitorHash }),
    knownTo(deps, conversation),
  ])
  if (!form) return skip
  const known = new Map([...past.values].map(([id, { value }]) => [id, value]))
  const unasked = conversation.known.map(({ questionId }) => questionId)
  const state = { answers: conversation.answers, known, skip: new Set([...skip, ...unasked]) }
  const stakes = stakesFor(form, { model: definitions.model(form), routing: definitions.routing })
  const standing = { state, signals, inList: isInList, now: deps.clock().getTime() }
  return [...skip, ...skippable(stakes, { ...standing, read: answerFacts })]
}

/** A model is compiled for one version of one form, and anew with its routing. */
const prepared = new WeakMap<CompiledModel, Stakes>()

const stakesFor = (
  { compiled: form }: FormVersion,
  { model, routing }: { readonly model: CompiledModel; readonly routing: CompiledRouting },
): Stakes => {
  const found = prepared.get(model)
  if (found) return found
  const made = compileStakes({ form, model, routing })
  prepared.set(model, made)
  return made
}
