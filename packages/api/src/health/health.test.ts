import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('health is about the process, readiness about the database', async () => {
  expect((await world.call('GET', '/healthz')).json).toEqual({
    status: 'ok',
    version: '0.0.0-test',
  })
  expect((await world.call('GET', '/readyz')).json).toEqual({ status: 'ready' })
  const ready = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432'))
  const cut = world.variant({ storage: { ...world.storage, ready } })
  const { status, headers, text } = await cut.call('GET', '/readyz')
  expect([status, headers.get('retry-after')]).toEqual([503, '1'])
  expect(text).not.toContain('10.0.0.7')
})

test('metrics count by pattern, never by id', async () => {
  await world.call('GET', '/v1/leads/019d0000-0000-7000-8000-000000000000')
  await world.call('GET', '/nowhere/jane@example.com')
  world.deps.metrics.submissionAccepted('sales')
  const { text, headers } = await world.call('GET', '/metrics')
  expect(headers.get('content-type')).toContain('text/plain')
  expect(text).toMatch(
    /bantam_http_request_duration_seconds_count\{method="GET",route="\/v1\/leads\/:id",status="401"\} 1/,
  )
  expect(text).toContain('route="unmatched",status="404"')
  expect(text).toContain('bantam_submissions_total{lane="sales"} 1')
  expect(text).toContain('bantam_outbox_pending 0')
  expect(text).toContain('process_resident_memory_bytes')
  expect(text).not.toContain('019d0000')
  expect(text).not.toContain('jane')
})

test('a request leaves one line without personal data, under the id that the answer carries', async () => {
  world.lines.length = 0
  const { headers, json } = await world.call('GET', '/v1/leads?q=jane@example.com')
  expect(world.lines).toEqual([
    {
      message: 'request',
      fields: {
        method: 'GET',
        route: '/v1/leads',
        status: 401,
        ms: expect.any(Number),
        requestId: json.requestId,
      },
    },
  ])
  expect(headers.get('x-request-id')).toBe(json.requestId)
})

test('an unknown address is a problem like any other', async () => {
  const { status, headers, json } = await world.call('GET', '/v2/forms')
  expect(status).toBe(404)
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(json).toMatchObject({
    type: 'urn:bantam:problem:not-found',
    status: 404,
    code: 'not-found',
    errors: [],
  })
})

test('a failure inside tells the caller nothing and the log no text of the message', async () => {
  const failing = {
    ...world.storage.forms,
    page: () => Promise.reject(new Error('params: jane@example.com')),
  }
  const broken = world.variant({ storage: { ...world.storage, forms: failing } })
  const { keys } = await world.workspace()
  world.lines.length = 0
  const { status, json, text } = await broken.call('GET', '/v1/forms', { key: keys.owner })
  expect([status, json.code]).toEqual([500, 'internal'])
  expect(text).not.toContain('jane')
  expect(world.lines.map(({ message }) => message)).toEqual(['a request failed', 'request'])
  expect(JSON.stringify(world.lines)).not.toContain('jane')
})

test('a store that is busy asks to come again', async () => {
  const busy = Object.assign(new Error('too many wait'), {
    name: 'StorageUnavailable',
    code: 'overloaded',
    retryAfter: 7,
  })
  const full = { ...world.storage.forms, page: () => Promise.reject(busy) }
  const loaded = world.variant({ storage: { ...world.storage, forms: full } })
  const { keys } = await world.workspace()
  const { status, json, headers } = await loaded.call('GET', '/v1/forms', { key: keys.owner })
  expect([status, json.code, headers.get('retry-after')]).toEqual([503, 'unavailable', '7'])
})
