import { Form, type ProblemDetail } from '@bantam/schema'
import type { FormRecord, FormVersionRecord } from '@bantam/storage'
import { customAlphabet } from 'nanoid'
import { record } from '../audit/record.ts'
import type { Actor, Deps } from '../deps.ts'
import { notFound, Problem, wordsFor } from '../problems.ts'
import { readDocument } from '../read-document.ts'
import { checkForm } from './check-form.ts'
import { slugOf } from './slug.ts'

const suffix = customAlphabet('23456789abcdefghjkmnpqrstuvwxyz', 6)

/** Throws 404, also for a form of another workspace. */
export const findForm = async (
  { storage }: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<FormRecord> => {
  const form = await storage.forms.find(actor.workspaceId, id)
  if (form === undefined) throw notFound('form')
  return form
}

/** Throws 422 invalid-document, and 409 slug-taken when the caller chose the slug. */
export const createForm = async (
  deps: Pick<Deps, 'storage' | 'directory' | 'clock' | 'newId'>,
  { actor, definition, slug, origins = [], asksProof = false }: NewForm,
): Promise<FormRecord> => {
  const draft = readDocument(Form, definition)
  const now = deps.clock()
  const form: FormRecord = {
    id: deps.newId(),
    workspaceId: actor.workspaceId,
    slug: slug ?? `${slugOf(draft.title)}-${suffix()}`,
    draft,
    revision: 1,
    publishedVersion: undefined,
    origins,
    asksProof,
    createdAt: now,
    updatedAt: now,
  }
  await deps.storage.forms.create(form)
  await record(deps, { actor, action: 'form.created', subject: form.id })
  return form
}

interface NewForm {
  readonly actor: Actor
  readonly definition: unknown
  /** Made from the title when absent. */
  readonly slug?: string | undefined
  /** Any page may embed the form when absent. */
  readonly origins?: readonly string[] | undefined
  /** Off when absent. */
  readonly asksProof?: boolean | undefined
}

/** Saves work in progress; what would stop it from being published comes back as the diagnosis. Throws 409 and 422. */
export const saveDraft = async (
  deps: Deps,
  { actor, id, ...change }: Draft,
): Promise<{ revision: number; diagnosis: ProblemDetail[] }> => {
  await findForm(deps, { actor, id })
  const draft = readDocument(Form, change.definition)
  const revision = await deps.storage.forms.saveDraft(actor.workspaceId, id, {
    draft,
    revision: change.revision,
    now: deps.clock(),
    ...(change.origins !== undefined && { origins: change.origins }),
  })
  await record(deps, { actor, action: 'form.saved', subject: id })
  return { revision, diagnosis: checkForm(draft) }
}

interface Draft {
  readonly actor: Actor
  readonly id: string
  readonly definition: unknown
  /** Unchanged when absent. */
  readonly origins?: readonly string[] | undefined
  readonly revision: number
}

/** Asks every visitor for a proof of work, or no longer, from now on and for every version. Throws 404. */
export const protectForm = async (
  deps: Deps,
  { actor, id, asksProof }: { actor: Actor; id: string; asksProof: boolean },
): Promise<void> => {
  await findForm(deps, { actor, id })
  await deps.storage.forms.protect(actor.workspaceId, id, { asksProof, now: deps.clock() })
  await record(deps, {
    actor,
    action: asksProof ? 'form.protected' : 'form.unprotected',
    subject: id,
  })
}

/** Nobody can open the form any more until it is published again; what was answered stays. Throws 404. */
export const takeFormOffline = async (
  deps: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<void> => {
  if (!(await deps.storage.forms.takeOffline(actor.workspaceId, id, deps.clock())))
    throw notFound('form')
  await record(deps, { actor, action: 'form.taken-offline', subject: id })
}

/** Freezes the draft as the next version. Throws 409 stale-revision and 422 for a form that cannot be walked. */
export const publishForm = async (
  deps: Deps,
  { actor, id, revision }: { actor: Actor; id: string; revision: number },
): Promise<FormVersionRecord> => {
  const form = await findForm(deps, { actor, id })
  const errors = form.revision === revision ? checkForm(form.draft) : []
  if (errors.length > 0)
    throw new Problem(
      'invalid-document',
      `This form cannot be published yet. ${wordsFor(errors)}`,
      { errors },
    )
  const version = await deps.storage.forms.publish(actor.workspaceId, id, {
    revision,
    now: deps.clock(),
    by: actor.userId,
  })
  await record(deps, { actor, action: 'form.published', subject: id })
  return version
}
