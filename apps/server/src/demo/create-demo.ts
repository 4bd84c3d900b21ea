import type { Auth, Directory } from '@bantam/api'
import type { Form } from '@bantam/schema'
import type { FormTraffic, Storage } from '@bantam/storage'
import { v7 } from 'uuid'
import { contentDownload } from './content-download.ts'
import { demoRequest } from './demo-request.ts'
import { demoHistory, type History } from './history.ts'
import { demoModel } from './model.ts'
import { demoPassword, demoPeople } from './people.ts'
import { demoRouting } from './routing.ts'

export interface DemoDeps {
  readonly storage: Storage
  readonly auth: () => Promise<Auth>
  readonly directory: Directory
  readonly secret: Uint8Array
  readonly clock: () => Date
}

const demoForms = {
  'demo-request': demoRequest,
  'content-download': contentDownload,
} as const
type FormName = keyof typeof demoForms

/** Leads in the demo's history. */
const historySize = 300

/**
 * Writes the demo workspace: people of every role, two published forms, a signed scoring model, routing to two pools
 * and ninety days of history, which comes last and whole. Resolves to its id; does nothing when all of it is there,
 * and goes on with what is missing where somebody was stopped half-way.
 */
export const createDemo = async (deps: DemoDeps): Promise<string> => {
  const { storage, clock } = deps
  const existing = await storage.workspaces.findDemo()
  if (existing) return existing.id
  const now = clock()
  const workspaceId = await createWorkspace(storage, now)
  const people = await createPeople(deps, workspaceId)
  await publishModel(storage, { workspaceId, now, by: people.get('owner@demo.example') })
  if (!(await storage.routing.live(workspaceId)))
    await storage.routing.save(workspaceId, {
      document: demoRouting((email) => people.get(email) ?? ''),
      after: 0,
      now,
      by: undefined,
    })
  const forms = { 'demo-request': '', 'content-download': '' }
  for (const name of ['demo-request', 'content-download'] as const)
    forms[name] = await publishForm(storage, {
      workspaceId,
      slug: name,
      draft: demoForms[name],
      now,
    })
  deps.directory.forget()
  await writeHistory(deps, { workspaceId, forms, now })
  return workspaceId
}

const createWorkspace = async ({ workspaces }: Storage, now: Date): Promise<string> => {
  const begun = await workspaces.findBySlug('demo')
  if (begun) return begun.id
  const id = v7()
  await workspaces.create({ id, name: 'Bantam Demo', slug: 'demo', isDemo: true, createdAt: now })
  return id
}

const createPeople = async (
  { auth, secret, storage }: DemoDeps,
  workspaceId: string,
): Promise<ReadonlyMap<string, string>> => {
  const accounts = await auth()
  const ids = new Map<string, string>()
  for (const { name, email, role } of demoPeople) {
    const password = demoPassword(secret, email)
    const userId =
      (await accounts.createAccount({ name, email, password })) ??
      (await accounts.findAccount(email))?.userId
    if (userId === undefined) throw new Error(`the account of ${email} could not be made`)
    if (!(await storage.members.find(workspaceId, userId)))
      await accounts.addMember({ workspaceId, userId, role })
    ids.set(email, userId)
  }
  return ids
}

const publishModel = async (
  { models }: Storage,
  { workspaceId, now, by }: { workspaceId: string; now: Date; by: string | undefined },
) => {
  if (await models.live(workspaceId)) return
  const [begun] = await models.list(workspaceId)
  const id = begun?.id ?? v7()
  if (!begun)
    await models.create({
      id,
      workspaceId,
      draft: demoModel,
      revision: 1,
      publishedVersion: undefined,
      updatedAt: now,
    })
  await models.publish(workspaceId, id, {
    revision: 1,
    rationale: 'The first definition that both teams agreed on.',
    now,
    by,
  })
}

const publishForm = async (
  { forms }: Storage,
  {
    workspaceId,
    slug,
    draft,
    now,
  }: { workspaceId: string; slug: FormName; draft: Form; now: Date },
): Promise<string> => {
  const begun = await forms.findBySlug(slug)
  const id = begun?.id ?? v7()
  if (!begun)
    await forms.create({
      id,
      workspaceId,
      slug,
      draft,
      revision: 1,
      publishedVersion: undefined,
      origins: [],
      asksProof: false,
      createdAt: now,
      updatedAt: now,
    })
  if (begun?.publishedVersion === undefined)
    await forms.publish(workspaceId, id, { revision: 1, now, by: undefined })
  return id
}

const writeHistory = async (
  { storage, directory }: DemoDeps,
  {
    workspaceId,
    forms,
    now,
  }: { workspaceId: string; forms: { [name in FormName]: string }; now: Date },
) => {
  const definitions = await directory.definitions(workspaceId)
  const versionOf = async (name: FormName) => {
    const published = await directory.form(forms[name])
    const version = published && (await directory.version(published, 1))
    if (!version) throw new Error(`the demo's form ${name} was not published`)
    return version
  }
  const history = demoHistory(
    {
      'demo-request': await versionOf('demo-request'),
      'content-download': await versionOf('content-download'),
    },
    { definitions, now: now.getTime(), seed: 20_261_101, size: historySize },
  )
  await storage.intake.import(workspaceId, { ...history, traffic: trafficOf(history, forms) })
}

/** Views and starts that match the submissions: about a third of those who start finish. */
const trafficOf = (
  { submissions }: History,
  forms: { [name in FormName]: string },
): FormTraffic[] => {
  const finished = new Map<string, number>()
  for (const { formId, at } of submissions) {
    const key = `${formId} ${at.toISOString().slice(0, 10)}`
    finished.set(key, (finished.get(key) ?? 0) + 1)
  }
  return Array.from(finished, ([key, count]) => {
    const [formId = '', day = ''] = key.split(' ')
    const starts = Math.round(count * (formId === forms['demo-request'] ? 2.6 : 1.5))
    return { formId, day, views: starts * 3, starts }
  })
}
