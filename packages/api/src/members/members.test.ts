import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('an invited person signs in with the password that was shown once', async () => {
  const { keys } = await world.workspace()
  const body = { name: 'Rita Rep', email: 'Rita@example.com', role: 'rep' }
  const { status, json } = await world.call('POST', '/v1/members', { key: keys.owner, body })
  expect(status).toBe(201)
  const credentials = { email: 'rita@example.com', password: json.password }
  const session = await world.call('POST', '/v1/session', { body: credentials })
  expect(session.json).toMatchObject({ user: { id: json.id, name: 'Rita Rep' }, role: 'rep' })
  const { text } = await world.call('GET', '/v1/members', { key: keys.owner })
  expect(text).not.toContain(json.password)

  const again = await world.call('POST', '/v1/members', { key: keys.owner, body })
  expect([again.status, again.json.code]).toEqual([409, 'already-member'])
})

test('a removed member is signed out everywhere at once', async () => {
  const { id, keys } = await world.workspace()
  const { userId, cookie, email, password } = await world.member(id, { role: 'rep' })
  expect((await world.call('GET', '/v1/leads', { cookie })).status).toBe(200)
  expect((await world.call('DELETE', `/v1/members/${userId}`, { key: keys.owner })).status).toBe(
    204,
  )
  expect((await world.call('GET', '/v1/leads', { cookie })).status).toBe(401)
  expect((await world.call('POST', '/v1/session', { body: { email, password } })).status).toBe(401)
})

test('a new role counts for the next request', async () => {
  const { id, keys } = await world.workspace()
  const { userId, cookie } = await world.member(id, { role: 'rep' })
  expect((await world.call('GET', '/v1/keys', { cookie })).status).toBe(403)
  const set = await world.call('PATCH', `/v1/members/${userId}`, {
    key: keys.owner,
    body: { role: 'owner' },
  })
  expect([set.status, set.json.role]).toEqual([200, 'owner'])
  expect((await world.call('GET', '/v1/keys', { cookie })).status).toBe(200)
})

test('the last owner stays', async () => {
  const { id, keys } = await world.workspace()
  const { userId } = await world.member(id, { role: 'owner' })
  const demoted = await world.call('PATCH', `/v1/members/${userId}`, {
    key: keys.owner,
    body: { role: 'rep' },
  })
  const removed = await world.call('DELETE', `/v1/members/${userId}`, { key: keys.owner })
  expect([demoted.status, removed.status]).toEqual([403, 403])
})

test('every change leaves a line in the audit, in words and ids only', async () => {
  const { id, keys } = await world.workspace()
  const owner = await world.member(id, { role: 'owner' })
  const { cookie } = owner
  const body = { name: 'Rita Rep', email: 'audited@example.com', role: 'rep' }
  const { json: member } = await world.call('POST', '/v1/members', { cookie, body })
  await world.call('DELETE', `/v1/members/${member.id}`, { cookie })
  const { json: key } = await world.call('POST', '/v1/keys', {
    cookie,
    body: { name: 'CI', role: 'rep' },
  })
  const { json, text } = await world.call('GET', '/v1/audit', { key: keys.owner })
  expect(
    json.items.map(({ action, subject, actorId }: { [name: string]: string }) => [
      action,
      subject,
      actorId,
    ]),
  ).toEqual([
    ['key.created', key.id, owner.userId],
    ['member.removed', member.id, owner.userId],
    ['member.invited', member.id, owner.userId],
  ])
  expect(text).not.toContain('@')
})
