import type { Form, ScoringModel } from '@bantam/schema'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { form } from '../testing/records.ts'
import { openWorld, type World } from '../testing/world.ts'

let world: World
let workspace: Awaited<ReturnType<World['workspace']>>
beforeAll(async () => {
  world = await openWorld()
  workspace = await world.workspace()
})
afterAll(() => world.close())

const call = (method: string, path: string, ...[body]: [unknown?]) =>
  world.call(method, `/v1/forms/${path}`, {
    key: workspace.keys.marketer,
    ...(body !== undefined && { body }),
  })
const second: Form = { ...form, title: 'Ask for a demo', questions: form.questions.slice(1) }

/** A form with two published versions and a draft at revision 2 that is the second of them. */
const twoVersions = async (): Promise<string> => {
  const { json } = await world.call('POST', '/v1/forms', {
    key: workspace.keys.marketer,
    body: { definition: form },
  })
  await call('POST', `${json.id}/publish`, { revision: 1 })
  await save(json.id, 1, second)
  await call('POST', `${json.id}/publish`, { revision: 2 })
  return json.id
}
const save = (id: string, ...[revision, definition]: [revision: number, definition: Form]) =>
  world.call('PUT', `/v1/forms/${id}/draft`, {
    key: workspace.keys.marketer,
    headers: { 'if-match': `"${revision}"` },
    body: { definition },
  })
const draft = async (id: string) => (await call('GET', `${id}/draft`)).json

test('a published version stays as it was frozen, whatever is saved, restored or published after', async () => {
  const id = await twoVersions()
  await save(id, 2, { ...second, title: 'Third' })
  await call('POST', `${id}/versions/1/restore`, { revision: 3 })
  await call('POST', `${id}/publish`, { revision: 4 })
  const documents = await Promise.all(
    [1, 2, 3].map(async (version) => (await call('GET', `${id}/versions/${version}`)).json),
  )
  expect(documents.map(({ definition }) => definition)).toEqual([form, second, form])
  for (const method of ['PUT', 'PATCH', 'DELETE', 'POST'])
    expect((await call(method, `${id}/versions/1`, { definition: second })).status).toBe(404)
})

test('the list says who published', async () => {
  const { userId, cookie } = await world.member(workspace.id, { role: 'marketer', name: 'Ada' })
  const { json } = await world.call('POST', '/v1/forms', { cookie, body: { definition: form } })
  await world.call('POST', `/v1/forms/${json.id}/publish`, { cookie, body: { revision: 1 } })
  const { json: list } = await call('GET', `${json.id}/versions`)
  expect(list.items).toMatchObject([{ version: 1, publishedBy: userId, publishedByName: 'Ada' }])
})

test('differences are told in words between versions and up to the draft', async () => {
  const id = await twoVersions()
  const { json } = await call('GET', `${id}/differences?from=1&to=2`)
  expect(json.items).toEqual([
    {
      place: { part: 'form' },
      kind: 'changed',
      title: 'Ask for a demo',
      changes: [{ what: 'title', before: 'Request a demo', after: 'Ask for a demo' }],
    },
    {
      place: { part: 'question', id: 'need' },
      kind: 'removed',
      title: 'What hurts?',
      changes: [],
    },
  ])
  expect((await call('GET', `${id}/differences?from=2`)).json.items).toEqual([])
  expect((await call('GET', `${id}/differences?from=9`)).status).toBe(404)
  expect((await call('GET', `${id}/differences?from=first`)).json.code).toBe('wrong-shape')
})

test('restoring makes a version the draft and leaves what visitors see', async () => {
  const id = await twoVersions()
  const restored = await call('POST', `${id}/versions/1/restore`, { revision: 2 })
  expect([restored.status, restored.json, restored.headers.get('etag')]).toEqual([
    200,
    { revision: 3 },
    '"3"',
  ])
  expect(await draft(id)).toEqual({ revision: 3, definition: form })
  expect((await call('GET', id)).json).toMatchObject({ publishedVersion: 2, isChanged: true })
})

test('restoring over work that somebody saved meanwhile is refused', async () => {
  const id = await twoVersions()
  await save(id, 2, { ...second, title: 'Newer' })
  const { status, json } = await call('POST', `${id}/versions/1/restore`, { revision: 2 })
  expect([status, json.code]).toEqual([409, 'stale-revision'])
  expect((await draft(id)).definition.title).toBe('Newer')
  expect((await call('POST', `${id}/versions/9/restore`, { revision: 3 })).status).toBe(404)
})

test('a copy is a form of its own with the same questions and pages it may stand on', async () => {
  const id = await twoVersions()
  await world.call('PUT', `/v1/forms/${id}/draft`, {
    key: workspace.keys.marketer,
    headers: { 'if-match': '"2"' },
    body: { definition: second, origins: ['https://www.example.com'] },
  })
  const { status, json } = await call('POST', `${id}/duplicate`)
  expect(status).toBe(201)
  expect(json).toMatchObject({
    revision: 1,
    publishedVersion: null,
    origins: ['https://www.example.com'],
    draft: { ...second, title: 'Ask for a demo (copy)' },
  })
  expect(json.id).not.toBe(id)
})

test('nobody reads or restores versions of another workspace, and a rep restores none', async () => {
  const id = await twoVersions()
  const { keys } = await world.workspace()
  const restore = (key: string) =>
    world.call('POST', `/v1/forms/${id}/versions/1/restore`, { key, body: { revision: 2 } })
  expect((await restore(keys.owner)).status).toBe(404)
  expect((await restore(workspace.keys.rep)).status).toBe(403)
  for (const path of ['versions', 'versions/1', 'differences?from=1'])
    expect((await world.call('GET', `/v1/forms/${id}/${path}`, { key: keys.owner })).status).toBe(
      404,
    )
})

const points: ScoringModel = {
  schema: 1,
  name: 'Needs',
  fit: { groups: [] },
  intent: {
    groups: [
      {
        id: 'need',
        label: 'Need',
        criteria: [
          {
            id: 'said',
            label: 'Said what hurts',
            when: { ref: 'question:need', op: 'is-answered' },
            points: 40,
          },
        ],
      },
    ],
  },
}

test('a conversation begun on one version ends on it after the next was published', async () => {
  const key = (await world.workspace()).keys.owner
  const { json: model } = await world.call('POST', '/v1/models', {
    key,
    body: { document: points },
  })
  await world.call('POST', `/v1/models/${model.id}/publish`, {
    key,
    body: { revision: 1, rationale: 'First' },
  })
  const { json: created } = await world.call('POST', '/v1/forms', {
    key,
    body: { definition: form },
  })
  const path = `/v1/forms/${created.id}`
  await world.call('POST', `${path}/publish`, { key, body: { revision: 1 } })
  const begun = await world.call('POST', `/v1/public/forms/${created.id}/conversations`, {
    body: {},
  })
  expect([begun.status, begun.json.version]).toEqual([201, 1])
  await world.call('PUT', `${path}/draft`, {
    key,
    headers: { 'if-match': '"1"' },
    body: { definition: second },
  })
  await world.call('POST', `${path}/publish`, { key, body: { revision: 2 } })
  const submitted = await world.call('POST', `/v1/public/forms/${created.id}/submissions`, {
    headers: { 'idempotency-key': v7() },
    body: {
      version: 1,
      conversationId: begun.json.conversationId,
      answers: [
        { questionId: 'need', value: 'Leads go cold' },
        { questionId: 'email', value: 'ada@engines.example' },
      ],
    },
  })
  expect(submitted.status).toBe(201)
  const { json: kept } = await world.call('GET', `/v1/submissions/${submitted.json.submissionId}`, {
    key,
  })
  expect(kept).toMatchObject({ version: 1, score: { intent: 40 }, discarded: [] })
})
