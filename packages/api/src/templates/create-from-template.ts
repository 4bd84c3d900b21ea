import type { FormRecord, ModelRecord } from '@bantam/storage'
import type { Actor, Deps } from '../deps.ts'
import { createForm } from '../forms/forms.ts'
import { createModel, publishModel } from '../models/models.ts'
import { notFound } from '../problems.ts'
import type { Template } from './template.ts'
import { templates } from './templates.ts'

/** Throws 404. */
export const findTemplate = (id: string): Template => {
  const template = templates.find((each) => each.id === id)
  if (template === undefined) throw notFound('template')
  return template
}

/** The model that came with a template. It is live when the workspace had none, and a draft otherwise. */
export interface BroughtModel {
  readonly id: string
  readonly name: string
  readonly isLive: boolean
}

/**
 * A draft form from a template. Without a published model every lead would score 0, so the template's becomes the first
 * one; where a model is live already it stays, and the template's waits as a draft. Throws 404 and 409 slug-taken.
 */
export const createFromTemplate = async (
  deps: Deps,
  { actor, template: id, slug }: { actor: Actor; template: string; slug?: string | undefined },
): Promise<{ form: FormRecord; model: BroughtModel }> => {
  const template = findTemplate(id)
  const form = await createForm(deps, { actor, definition: template.form, slug })
  return { form, model: await bringModel(deps, { actor, template }) }
}

const bringModel = async (
  deps: Deps,
  { actor, template }: { actor: Actor; template: Template },
): Promise<BroughtModel> => {
  const { id, revision, draft, publishedVersion } = await keptModel(deps, { actor, template })
  const live = await deps.storage.models.live(actor.workspaceId)
  if (live === undefined)
    await publishModel(deps, {
      actor,
      id,
      revision,
      rationale: `Came with the template “${template.name}”, while nothing else was agreed on.`,
    })
  const isLive = live === undefined || (live.modelId === id && publishedVersion !== undefined)
  return { id, name: draft.name, isLive }
}

/** Taking a template twice brings its model once. */
const keptModel = async (
  deps: Deps,
  { actor, template }: { actor: Actor; template: Template },
): Promise<ModelRecord> => {
  const models = await deps.storage.models.list(actor.workspaceId)
  return (
    models.find(({ draft }) => draft.name === template.model.name) ??
    createModel(deps, { actor, document: template.model })
  )
}
