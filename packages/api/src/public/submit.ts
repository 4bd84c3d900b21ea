import type { ConversationRecord, Receipt } from '@bantam/storage'
import type { Deps } from '../deps.ts'
import { fingerprintOf } from '../intake/fingerprint.ts'
import { prepare, type Past } from '../intake/prepared.ts'
import { rehearse } from '../intake/rehearse.ts'
import { notFound, Problem, wordsFor } from '../problems.ts'
import { decoyFor } from '../spam/decoy.ts'
import type { Rush } from '../spam/rush.ts'
import { screen } from '../spam/screen.ts'
import { claimableUploads, refusingTaken } from '../uploads/claim.ts'
import { knownTo } from './recollect.ts'
import type { SubmissionBody } from './shapes.ts'
import { hashOf } from './visitor.ts'

export interface Submitted {
  readonly status: 200 | 201
  readonly receipt: Receipt
  /** The receipt is of other answers, those that its conversation was submitted with first. */
  readonly isOther?: true | undefined
}

type SubmitDeps = Pick<
  Deps,
  'storage' | 'directory' | 'intake' | 'clock' | 'newId' | 'metrics' | 'proofs'
>

/**
 * Takes one submission in: 201 the first time, 200 with the first receipt when it is repeated. In the sandbox always
 * 200, and nothing is taken in.
 * Throws not-found, unknown-version, unknown-conversation, invalid-answers, proof-required, proof-invalid,
 * idempotency-mismatch or unavailable.
 */
export const submit = async (
  deps: SubmitDeps,
  { formId, key, body, raw, proof, rush }: Sending,
): Promise<Submitted> => {
  const published = await deps.directory.form(formId)
  if (!published) throw notFound('form')
  const [form, definitions] = await Promise.all([
    deps.directory.version(published, body.version),
    deps.directory.definitions(published.record.workspaceId),
  ])
  if (!form)
    throw new Problem(
      'unknown-version',
      `Version ${body.version} of this form was never published. Load the form again.`,
      {
        errors: [{ path: 'version', code: 'unknown-version', message: 'was never published' }],
      },
    )
  const conversation = await conversationOf(deps, { formId, conversationId: body.conversationId })
  const visitorHash =
    conversation?.visitorHash ?? (body.visitor === undefined ? undefined : hashOf(body.visitor))
  const { answers, conversationId } = body
  const preparation = prepare(body, {
    form,
    definitions,
    key,
    fingerprint: fingerprintOf(raw),
    visitorHash,
    signals: await signalsOf(deps, { workspaceId: form.workspaceId, visitorHash }),
    startTouch: conversation?.touch,
    uploads: await claimableUploads(deps, { form, answers, key, conversationId }),
    past: await pastOf(deps, { conversation, version: body.version }),
    now: deps.clock(),
  })
  if (preparation.kind === 'refused')
    throw new Problem('invalid-answers', wordsFor(preparation.errors), {
      errors: preparation.errors,
    })
  const { submission } = preparation
  if (body.sandbox) return { status: 200, receipt: rehearse(submission) }
  const { workspaceId } = form
  const asksProof = (await rush(formId)) || published.record.asksProof
  const { trap, elapsed } = body
  const signs = { workspaceId, formId, key, asksProof, trap, elapsed, proof }
  if ((await screen(deps, signs)) === 'trapped')
    return { status: 201, receipt: decoyFor(submission, deps.newId()) }
  const outcome = await refusingTaken(deps.intake.submit(submission), submission)
  if (outcome.kind === 'mismatch')
    throw new Problem(
      'idempotency-mismatch',
      'This Idempotency-Key was used for another body. Send the first body again or use a new key.',
    )
  const { receipt } = outcome
  if (outcome.kind === 'repeated') return { status: 200, receipt, isOther: outcome.isOther }
  deps.metrics.submissionAccepted(outcome.lane)
  return { status: 201, receipt }
}

interface Sending {
  readonly formId: string
  readonly key: string
  readonly body: SubmissionBody
  /** The body as it came. */
  readonly raw: unknown
  /** The `Bantam-Proof` header. */
  readonly proof: string | undefined
  readonly rush: Rush
}

const conversationOf = async (
  { storage }: SubmitDeps,
  { formId, conversationId }: { formId: string; conversationId: string | undefined },
): Promise<ConversationRecord | undefined> => {
  if (conversationId === undefined) return undefined
  const conversation = await storage.conversations.find(conversationId)
  if (conversation?.formId !== formId)
    throw new Problem(
      'unknown-conversation',
      'This form has no such conversation. Submit without conversationId, or start one.',
      {
        errors: [
          { path: 'conversationId', code: 'unknown-conversation', message: 'is unknown here' },
        ],
      },
    )
  return conversation
}

/** What was frozen with the conversation excuses questions of its own version only. */
const pastOf = async (
  deps: SubmitDeps,
  { conversation, version }: { conversation: ConversationRecord | undefined; version: number },
): Promise<Past | undefined> => {
  if (conversation?.version !== version) return undefined
  const known = await knownTo(deps, conversation)
  const unasked = conversation.known.map(({ questionId }) => questionId)
  return { ...known, skip: new Set([...conversation.skip, ...unasked]) }
}

/** Signals count for a year at most; the model's own windows are narrower. */
export const signalsOf = async (
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  { workspaceId, visitorHash }: { workspaceId: string; visitorHash: string | undefined },
) => {
  if (visitorHash === undefined) return []
  const aYearAgo = new Date(clock().getTime() - 365 * 86_400_000)
  const signals = await storage.conversations.signals(workspaceId, visitorHash, aYearAgo)
  return signals.map(({ name, at }) => ({ name, at: at.getTime() }))
}
