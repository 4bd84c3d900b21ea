import { afterAll, beforeAll, expect, test } from 'vitest'
import { routing } from '../testing/records.ts'
import { openWorld, type World } from '../testing/world.ts'
import { checkRouting } from './check-routing.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const document = routing('rita')
const codes = (changes: Partial<typeof document>) =>
  checkRouting({ ...document, ...changes }, new Set(['rita'])).map(
    ({ path, code }) => `${path} ${code}`,
  )

test('routing whose names lead somewhere passes', () => {
  expect(codes({})).toEqual([])
})

test('pools, people and calendars must exist', () => {
  const [rule] = document.rules
  const [pool] = document.pools
  const [policy] = document.policies
  if (!rule || !pool || !policy) throw new Error('the document lost its parts')
  expect(
    codes({ rules: [{ ...rule, to: { destination: 'sales', pool: 'gone', user: 'bob' } }] }),
  ).toEqual(['rules.0.to.pool unknown-pool', 'rules.0.to.user unknown-user'])
  expect(
    codes({ pools: [{ ...pool, calendar: 'gone', members: [{ userId: 'bob', weight: 1 }] }] }),
  ).toEqual(['pools.0.calendar unknown-calendar', 'pools.0.members.0.userId unknown-user'])
  expect(codes({ policies: [{ ...policy, calendar: 'gone', lanes: ['sales'] }] })).toEqual([
    'policies.0.calendar unknown-calendar',
    'policies.0 no-default-policy',
  ])
})

test('hours are real hours of a real zone', () => {
  const [calendar] = document.calendars
  if (!calendar) throw new Error('the document lost its calendar')
  expect(
    codes({ calendars: [{ ...calendar, zone: 'Mars/Base', week: { tue: [['17:00', '09:00']] } }] }),
  ).toEqual(['calendars.0.zone unknown-zone', 'calendars.0.week.tue.0 empty-interval'])
})

test('routing is saved as the next version, and a stale save is refused', async () => {
  const { id, keys } = await world.workspace()
  const { userId } = await world.member(id, { role: 'rep' })
  const key = keys['sales-manager']
  const put = (version: string) =>
    world.call('PUT', '/v1/routing', {
      key,
      headers: { 'if-match': version },
      body: { document: routing(userId) },
    })
  expect((await world.call('GET', '/v1/routing', { key })).json).toEqual({
    version: 0,
    document: null,
    credits: [],
  })
  const saved = await put('"0"')
  expect([saved.status, saved.json.version, saved.headers.get('etag')]).toEqual([200, 1, '"1"'])
  const stale = await put('"0"')
  expect([stale.status, stale.json.code]).toEqual([409, 'stale-revision'])
})

test('an absence is added, listed and ended', async () => {
  const { id, keys } = await world.workspace()
  const { userId } = await world.member(id, { role: 'rep' })
  const key = keys.owner
  const body = { userId, from: '2026-01-01T00:00:00Z', to: '2099-01-02T00:00:00Z' }
  const added = await world.call('POST', '/v1/routing/absences', { key, body })
  expect(added.status).toBe(201)
  const list = async () => (await world.call('GET', '/v1/routing/absences', { key })).json.items
  expect(await list()).toEqual([added.json])
  expect(
    (await world.call('DELETE', `/v1/routing/absences/${added.json.id}`, { key })).status,
  ).toBe(204)
  expect(await list()).toEqual([])
  const backwards = await world.call('POST', '/v1/routing/absences', {
    key,
    body: { ...body, to: body.from },
  })
  expect([backwards.status, backwards.json.errors[0].path]).toEqual([400, 'to'])
})
