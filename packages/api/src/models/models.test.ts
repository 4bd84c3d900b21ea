import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'

let world: World
let key: string
let workspaceId: string
beforeAll(async () => {
  world = await openWorld()
  const workspace = await world.workspace()
  key = workspace.keys.marketer
  workspaceId = workspace.id
})
afterAll(() => world.close())

const document = { schema: 1, name: 'First', fit: { groups: [] }, intent: { groups: [] } }

test('a model is drafted, saved, published with its rationale, and then live', async () => {
  const { status, json: created } = await world.call('POST', '/v1/models', {
    key,
    body: { document },
  })
  expect([status, created.revision, created.publishedVersion]).toEqual([201, 1, null])
  const saved = await world.call('PUT', `/v1/models/${created.id}/draft`, {
    key,
    headers: { 'if-match': '"1"' },
    body: { document: { ...document, name: 'Second' } },
  })
  expect([saved.status, saved.json]).toEqual([200, { revision: 2 }])
  const publish = (body: unknown) =>
    world.call('POST', `/v1/models/${created.id}/publish`, { key, body })
  expect((await publish({ revision: 1, rationale: 'Too early' })).json.code).toBe('stale-revision')
  expect((await publish({ revision: 2, rationale: '' })).json.code).toBe('wrong-shape')
  expect((await publish({ revision: 2, rationale: 'Agreed by both sides' })).status).toBe(201)
  expect(await world.storage.models.live(workspaceId)).toMatchObject({
    document: { name: 'Second' },
    rationale: 'Agreed by both sides',
  })
  const { json } = await world.call('GET', '/v1/models', { key })
  expect(json.items).toMatchObject([{ id: created.id, name: 'Second', publishedVersion: 1 }])
})

test('a model with mistakes is refused with every place', async () => {
  const { status, json } = await world.call('POST', '/v1/models', {
    key,
    body: { document: { ...document, fit: {} } },
  })
  expect([status, json.code, json.errors[0].path]).toEqual([422, 'invalid-document', 'fit.groups'])
})
