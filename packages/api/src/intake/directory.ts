import {
  bantOf,
  compileForm,
  compileModel,
  compileRouting,
  type CompiledForm,
  type CompiledModel,
  type CompiledRouting,
} from '@bantam/engine'
import type { Form, PageSignal, ScoringModel } from '@bantam/schema'
import type { Absence, FormRecord, MemberRecord, Storage, WebhookRecord } from '@bantam/storage'
import { defaultRouting, emptyModel } from './defaults.ts'
import { kept } from './kept.ts'

/** A published form as its visitors meet it. */
export interface PublishedForm {
  readonly workspaceId: string
  readonly formId: string
  readonly record: FormRecord
  readonly version: number
}

/** One version of a form, compiled once. */
export interface FormVersion {
  readonly workspaceId: string
  readonly formId: string
  readonly version: number
  readonly definition: Form
  readonly compiled: CompiledForm
}

/** Everything but the submission that a decision needs, as the workspace has it now. */
export interface Definitions {
  readonly workspaceName: string
  readonly model: (form: FormVersion) => CompiledModel
  /** Which pages of the website count as signals. */
  readonly pages: readonly PageSignal[]
  readonly routing: CompiledRouting
  readonly members: readonly MemberRecord[]
  readonly absences: ReadonlyMap<string, readonly { from: number; to: number }[]>
  readonly webhooks: readonly WebhookRecord[]
}

/** The published definitions, remembered for a second: other processes may publish at any time. */
export interface Directory {
  form(formId: string): Promise<PublishedForm | undefined>
  formBySlug(slug: string): Promise<PublishedForm | undefined>
  version(
    form: { readonly workspaceId: string; readonly formId: string },
    version: number,
  ): Promise<FormVersion | undefined>
  definitions(workspaceId: string): Promise<Definitions>
  /** Forgets what may have changed: called after this process published or saved something. */
  forget(): void
}

const second = 1000

/** Reads definitions through `storage`; `clock` gives epoch milliseconds. */
export const createDirectory = (storage: Storage, clock: () => number): Directory => {
  const forms = kept(second, clock, async (formId: string) =>
    published(await storage.forms.findPublic(formId)),
  )
  const slugs = kept(second, clock, async (slug: string) =>
    published(await storage.forms.findBySlug(slug)),
  )
  const definitions = kept(second, clock, (workspaceId: string) =>
    definitionsOf(storage, workspaceId, clock()),
  )
  const versions = new Map<string, FormVersion>()

  return {
    form: forms.get,
    formBySlug: slugs.get,
    definitions: definitions.get,
    async version({ workspaceId, formId }, version) {
      const key = `${formId} ${version}`
      const remembered = versions.get(key)
      if (remembered) return remembered
      const found = await storage.forms.version(workspaceId, formId, version)
      if (!found) return undefined
      const { definition } = found
      const compiled = {
        workspaceId,
        formId,
        version,
        definition,
        compiled: compileForm(definition),
      }
      if (versions.size > 1000) versions.clear()
      versions.set(key, compiled)
      return compiled
    },
    forget() {
      forms.forget()
      slugs.forget()
      definitions.forget()
    },
  }
}

const published = (record: FormRecord | undefined): PublishedForm | undefined =>
  record?.publishedVersion === undefined
    ? undefined
    : {
        workspaceId: record.workspaceId,
        formId: record.id,
        record,
        version: record.publishedVersion,
      }

const definitionsOf = async (
  storage: Storage,
  workspaceId: string,
  now: number,
): Promise<Definitions> => {
  const [workspace, model, routing, members, absences, webhooks] = await Promise.all([
    storage.workspaces.find(workspaceId),
    storage.models.live(workspaceId),
    storage.routing.live(workspaceId),
    storage.members.list(workspaceId),
    storage.routing.absences(workspaceId, new Date(now)),
    storage.webhooks.list(workspaceId),
  ])
  return {
    workspaceName: workspace?.name ?? '',
    model: modelPerForm(model?.document ?? emptyModel, model?.version ?? 0),
    pages: model?.document.pages ?? [],
    routing: compileRouting(routing?.document ?? defaultRouting(members)),
    members,
    absences: perPerson(absences),
    webhooks: webhooks.filter(({ isEnabled }) => isEnabled),
  }
}

const perPerson = (absences: readonly Absence[]): Definitions['absences'] => {
  const found = new Map<string, { from: number; to: number }[]>()
  for (const { userId, from, to } of absences)
    found.set(userId, [...(found.get(userId) ?? []), { from: from.getTime(), to: to.getTime() }])
  return found
}

/** A model is compiled once per form version, since the form says which question stands for which BANT letter. */
const modelPerForm = (document: ScoringModel, version: number): Definitions['model'] => {
  const compiled = new Map<string, CompiledModel>()
  return ({ formId, version: formVersion, definition }) => {
    const key = `${formId} ${formVersion}`
    const remembered = compiled.get(key)
    if (remembered) return remembered
    const model = compileModel(document, { version, bant: bantOf(definition) })
    compiled.set(key, model)
    return model
  }
}
