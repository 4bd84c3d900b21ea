import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'

let world: World
let key: string
beforeAll(async () => {
  world = await openWorld()
  key = (await world.workspace()).keys.owner
})
afterAll(() => world.close())

const hook = { url: 'https://hooks.example.com/in', types: ['lead.routed', 'lead.routed'] }

test('a webhook’s secret is shown once', async () => {
  const created = await world.call('POST', '/v1/webhooks', { key, body: hook })
  expect(created.status).toBe(201)
  expect(created.json.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(created.json.types).toEqual(['lead.routed'])
  const listed = await world.call('GET', '/v1/webhooks', { key })
  expect(listed.text).not.toContain('whsec_')
  const stored = await world.storage.webhooks.find((await workspaceId()) ?? '', created.json.id)
  expect(stored?.secret).toBe(created.json.secret)
})
const workspaceId = async () => (await world.call('GET', '/v1/session', { key })).json.workspace.id

test('an address that must not be called is refused when it is saved and when it is changed', async () => {
  const refused = await world.call('POST', '/v1/webhooks', {
    key,
    body: { ...hook, url: 'http://169.254.169.254/' },
  })
  expect([refused.status, refused.json.code, refused.json.errors[0].path]).toEqual([
    422,
    'unsafe-url',
    'url',
  ])
  const { json } = await world.call('POST', '/v1/webhooks', { key, body: hook })
  const changed = await world.call('PATCH', `/v1/webhooks/${json.id}`, {
    key,
    body: { url: 'http://10.0.0.1' },
  })
  expect([changed.status, changed.json.code]).toEqual([422, 'unsafe-url'])
})

test('an endpoint is switched off, on again, and removed', async () => {
  const { json } = await world.call('POST', '/v1/webhooks', { key, body: hook })
  const patch = (body: unknown) => world.call('PATCH', `/v1/webhooks/${json.id}`, { key, body })
  expect((await patch({ isEnabled: false })).json.isEnabled).toBe(false)
  expect((await patch({ isEnabled: true })).json).toMatchObject({
    isEnabled: true,
    disabledBecause: null,
  })
  expect((await world.call('DELETE', `/v1/webhooks/${json.id}`, { key })).status).toBe(204)
  expect((await patch({ isEnabled: true })).status).toBe(404)
})
