import { ScoringModel } from '@bantam/schema'
import type { ModelRecord, ModelVersionRecord } from '@bantam/storage'
import { z } from '@hono/zod-openapi'
import { record } from '../audit/record.ts'
import type { Actor, Deps } from '../deps.ts'
import { instant, modelDocument } from '../openapi/shape.ts'
import { notFound } from '../problems.ts'
import { readDocument } from '../read-document.ts'

export const ModelView = z
  .object({
    id: z.string(),
    name: z.string(),
    draft: modelDocument,
    revision: z.int(),
    publishedVersion: z.int().nullable(),
    updatedAt: instant,
  })
  .openapi('Model')

export const modelView = (model: ModelRecord): z.infer<typeof ModelView> => ({
  id: model.id,
  name: model.draft.name,
  draft: model.draft,
  revision: model.revision,
  publishedVersion: model.publishedVersion ?? null,
  updatedAt: model.updatedAt.toISOString(),
})

/** Throws 404, also for a model of another workspace. */
export const findModel = async (
  { storage }: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<ModelRecord> => {
  const model = await storage.models.find(actor.workspaceId, id)
  if (model === undefined) throw notFound('scoring model')
  return model
}

/** Throws 422 invalid-document. */
export const createModel = async (
  deps: Deps,
  { actor, document }: { actor: Actor; document: unknown },
): Promise<ModelRecord> => {
  const model: ModelRecord = {
    id: deps.newId(),
    workspaceId: actor.workspaceId,
    draft: readDocument(ScoringModel, document),
    revision: 1,
    publishedVersion: undefined,
    updatedAt: deps.clock(),
  }
  await deps.storage.models.create(model)
  await record(deps, { actor, action: 'model.created', subject: model.id })
  return model
}

/** Throws 409 stale-revision and 422 invalid-document. */
export const saveModelDraft = async (
  deps: Deps,
  {
    actor,
    id,
    document,
    revision,
  }: { actor: Actor; id: string; document: unknown; revision: number },
): Promise<{ revision: number }> => {
  await findModel(deps, { actor, id })
  const saved = await deps.storage.models.saveDraft(actor.workspaceId, id, {
    draft: readDocument(ScoringModel, document),
    revision,
    now: deps.clock(),
  })
  await record(deps, { actor, action: 'model.saved', subject: id })
  return { revision: saved }
}

/** Freezes the draft as the next version; submissions are scored by it from now on. Throws 409 stale-revision. */
export const publishModel = async (
  deps: Deps,
  {
    actor,
    id,
    revision,
    rationale,
  }: { actor: Actor; id: string; revision: number; rationale: string },
): Promise<ModelVersionRecord> => {
  await findModel(deps, { actor, id })
  const version = await deps.storage.models.publish(actor.workspaceId, id, {
    revision,
    rationale,
    now: deps.clock(),
    by: actor.userId,
  })
  await record(deps, { actor, action: 'model.published', subject: id })
  return version
}
