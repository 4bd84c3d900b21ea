import { differencesBetween, type Difference } from '@bantam/editing'
import type { Form } from '@bantam/schema'
import type { FormRecord, FormVersionRecord } from '@bantam/storage'
import { record } from '../audit/record.ts'
import type { Actor, Deps } from '../deps.ts'
import { notFound } from '../problems.ts'
import { createForm, findForm } from './forms.ts'

/** One version of a form, by its number, or what is being worked on. */
export type VersionName = number | 'draft'

/** When a version was published and by whom; the name is absent for a key and for who has left. */
export interface VersionLine extends Pick<FormVersionRecord, 'version' | 'publishedAt'> {
  readonly publishedBy: string | undefined
  readonly publishedByName: string | undefined
}

/** Every published version, newest first. Throws 404. */
export const listVersions = async (
  deps: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<readonly VersionLine[]> => {
  const { workspaceId } = await findForm(deps, { actor, id })
  const [versions, members] = await Promise.all([
    deps.storage.forms.versions(workspaceId, id),
    deps.storage.members.list(workspaceId),
  ])
  const names = new Map(members.map(({ userId, name }) => [userId, name]))
  return versions.map(({ version, publishedAt, publishedBy }) => ({
    version,
    publishedAt,
    publishedBy,
    publishedByName: publishedBy === undefined ? undefined : names.get(publishedBy),
  }))
}

/** Throws 404, also for a version of another workspace's form. */
export const findVersion = async (
  { storage }: Deps,
  { actor, id, version }: { actor: Actor; id: string; version: number },
): Promise<FormVersionRecord> => {
  const found = await storage.forms.version(actor.workspaceId, id, version)
  if (found === undefined) throw notFound('published version')
  return found
}

/** What makes `to` another form than `from`, the live version when not named, else the draft. Throws 404. */
export const differencesOf = async (
  deps: Deps,
  {
    actor,
    id,
    from,
    to,
  }: { actor: Actor; id: string; from?: VersionName | undefined; to: VersionName },
): Promise<readonly Difference[]> => {
  const form = await findForm(deps, { actor, id })
  const documentOf = async (name: VersionName): Promise<Form> =>
    name === 'draft'
      ? form.draft
      : (await findVersion(deps, { actor, id, version: name })).definition
  const earlier = from ?? form.publishedVersion ?? 'draft'
  return differencesBetween(await documentOf(earlier), await documentOf(to))
}

/** Makes a published version the draft again; what visitors see stays as it is. Throws 404 and 409 stale-revision. */
export const restoreVersion = async (
  deps: Deps,
  { actor, id, version, revision }: { actor: Actor; id: string; version: number; revision: number },
): Promise<{ revision: number }> => {
  const { definition } = await findVersion(deps, { actor, id, version })
  const saved = await deps.storage.forms.saveDraft(actor.workspaceId, id, {
    draft: definition,
    revision,
    now: deps.clock(),
  })
  await record(deps, { actor, action: 'form.restored', subject: id })
  return { revision: saved }
}

/** Another form that begins with this one's draft, origins and protection. Throws 404. */
export const duplicateForm = async (
  deps: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<FormRecord> => {
  const { draft, origins, asksProof } = await findForm(deps, { actor, id })
  const title = `${draft.title.slice(0, longestTitle - suffix.length)}${suffix}`
  return createForm(deps, { actor, definition: { ...draft, title }, origins, asksProof })
}

const suffix = ' (copy)'
const longestTitle = 300
