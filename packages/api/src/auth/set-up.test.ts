import { afterEach, expect, test } from 'vitest'
import type { Deps } from '../deps.ts'
import { leadOf } from '../testing/records.ts'
import { openWorld, type World } from '../testing/world.ts'

let world: World
afterEach(() => world.close())

const owner = {
  workspace: 'Acme',
  name: 'Olivia',
  email: 'o@example.com',
  password: 'correct horse',
}

test('a server that others can reach is set up with the token of its terminal only', async () => {
  world = await openWorld({ isLoopbackHost: false, setupToken: 'once-only' })
  for (const token of [undefined, '', 'guess']) {
    const { status, json } = await world.call('POST', '/v1/setup', { body: { ...owner, token } })
    expect([status, json.code]).toEqual([403, 'set-up-token-required'])
  }
  expect(
    (await world.call('POST', '/v1/setup', { body: { ...owner, token: 'once-only' } })).status,
  ).toBe(201)
})

test('without a token to compare with nothing opens', async () => {
  world = await openWorld({ isLoopbackHost: false })
  const { status } = await world.call('POST', '/v1/setup', { body: { ...owner, token: '' } })
  expect(status).toBe(403)
})

test('of two first owners who arrive together one gets the installation', async () => {
  world = await openWorld()
  const answers = await Promise.all(
    ['a@example.com', 'b@example.com'].map((email) =>
      world.call('POST', '/v1/setup', { body: { ...owner, email } }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
})

test('who was stopped half-way sets up with the same words again, and with no others', async () => {
  world = await openWorld()
  const accounts = await world.deps.auth()
  await accounts.createAccount(owner)
  for (const [password, status] of [
    ['another password', 409],
    [owner.password, 201],
    [owner.password, 409],
  ] as const)
    expect(
      (await world.call('POST', '/v1/setup', { body: { ...owner, password } })).status,
      password,
    ).toBe(status)
})

test('a short password and a broken address are refused together', async () => {
  world = await openWorld()
  const { status, json } = await world.call('POST', '/v1/setup', {
    body: { ...owner, email: 'o@', password: 'short' },
  })
  expect([status, json.code]).toEqual([400, 'wrong-shape'])
  expect(json.errors.map(({ path }: { path: string }) => path)).toEqual(['email', 'password'])
})

/** A demo of one owner, made through the same doors that the real one uses. */
const demoIn = (place: { world?: World }): NonNullable<Deps['demo']> => {
  const credentials = { email: 'olivia@demo.example', password: 'demo password' }
  return {
    async create() {
      const { world: made } = place
      if (made === undefined || (await made.storage.workspaces.findDemo())) return
      const accounts = await made.deps.auth()
      const id = made.deps.newId()
      await made.storage.workspaces.create({
        id,
        name: 'Demo',
        slug: 'demo',
        isDemo: true,
        createdAt: new Date(),
      })
      const userId = await accounts.createAccount({ ...credentials, name: 'Olivia' })
      if (userId !== undefined) await accounts.addMember({ workspaceId: id, userId, role: 'owner' })
      const { lead, submission } = leadOf({ workspaceId: id, formId: made.deps.newId() })
      const history = { leads: [lead], submissions: [submission], events: [], actions: [] }
      await made.storage.intake.import(id, history)
    },
    users: async () => [{ ...credentials, role: 'owner' }],
  }
}

test('the demo is made when it is opened, and opened again when it is there', async () => {
  const place: { world?: World } = {}
  world = place.world = await openWorld({ demo: demoIn(place) })
  expect((await world.call('GET', '/v1/setup')).json).toEqual({ isOpen: true, hasDemo: false })
  for (const body of [undefined, {}]) {
    const { status, json } = await world.call('POST', '/v1/setup/demo', { body })
    expect([status, json.workspace.isDemo, json.role]).toEqual([201, true, 'owner'])
  }
  const { json } = await world.call('GET', '/v1/setup')
  expect(json).toMatchObject({
    isOpen: true,
    hasDemo: true,
    demoUsers: [{ email: 'olivia@demo.example', role: 'owner' }],
  })
})

test('a server that others can reach keeps the demo’s passwords to itself', async () => {
  const place: { world?: World } = {}
  world = place.world = await openWorld({
    demo: demoIn(place),
    isLoopbackHost: false,
    setupToken: 'once-only',
  })
  await world.call('POST', '/v1/setup/demo', { body: { token: 'once-only' } })
  const { json } = await world.call('GET', '/v1/setup')
  expect(json).toEqual({ isOpen: true, hasDemo: true })
})
