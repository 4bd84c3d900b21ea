import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const owner = {
  workspace: 'Acme',
  name: 'Olivia Owner',
  email: 'Olivia@Example.com',
  password: 'correct horse',
}
const cookieOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

test('the first owner sets the installation up once and is signed in', async () => {
  expect((await world.call('GET', '/v1/setup')).json).toEqual({ isOpen: true, hasDemo: false })

  const created = await world.call('POST', '/v1/setup', { body: owner })
  expect(created.status).toBe(201)
  expect(created.json).toMatchObject({
    user: { name: 'Olivia Owner' },
    workspace: { name: 'Acme' },
    role: 'owner',
  })
  const cookie = cookieOf(created.headers)
  expect((await world.call('GET', '/v1/session', { cookie })).json).toEqual(created.json)

  const again = await world.call('POST', '/v1/setup', {
    body: { ...owner, email: 'b@example.com' },
  })
  expect([again.status, again.json.code]).toEqual([409, 'already-set-up'])
  expect((await world.call('GET', '/v1/setup')).json.isOpen).toBe(false)
})

test('the cookie is out of reach of scripts and of other sites', async () => {
  const { headers } = await world.call('POST', '/v1/session', { body: owner })
  const [cookie = ''] = headers.getSetCookie()
  expect(cookie).toMatch(/^bantam\.session=/)
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Lax')
  expect(cookie).toContain('Path=/')
  expect(cookie).not.toContain('Domain')
})

test('over https the cookie is bound to this very host', async () => {
  const secure = await openWorld({ baseUrl: 'https://forms.example.com' })
  const created = await secure.call('POST', '/v1/setup', { body: owner })
  const [cookie = ''] = created.headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-bantam\.session=/)
  expect(cookie).toContain('Secure')
  expect(cookie).not.toContain('Domain')
  const session = await secure.call('GET', '/v1/session', { cookie: cookieOf(created.headers) })
  expect(session.json).toEqual(created.json)
  await secure.close()
})

test('a wrong password and an unknown account are answered alike', async () => {
  const wrong = await world.call('POST', '/v1/session', { body: { ...owner, password: 'wrong' } })
  const unknown = await world.call('POST', '/v1/session', {
    body: { email: 'who@example.com', password: 'wrong' },
  })
  expect([wrong.status, wrong.json.code]).toEqual([401, 'wrong-credentials'])
  const { requestId: _one, ...rest } = wrong.json
  const { requestId: _other, ...others } = unknown.json
  expect(others).toEqual(rest)
})

test('signing out ends the session, not only the cookie', async () => {
  const { headers } = await world.call('POST', '/v1/session', { body: owner })
  const cookie = cookieOf(headers)
  expect((await world.call('GET', '/v1/forms', { cookie })).status).toBe(200)
  expect((await world.call('DELETE', '/v1/session', { cookie })).status).toBe(204)
  expect((await world.call('GET', '/v1/forms', { cookie })).status).toBe(401)
})

test('a write with the cookie needs our own page as its sender', async () => {
  const { headers } = await world.call('POST', '/v1/session', { body: owner })
  const cookie = cookieOf(headers)
  const write = (sender: { readonly [name: string]: string }) =>
    world.api.request('http://localhost:3000/v1/keys', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', ...sender },
      body: JSON.stringify({ name: 'CI', role: 'rep' }),
    })
  expect((await write({ origin: 'http://localhost:3000' })).status).toBe(201)
  expect(
    (await write({ origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' })).status,
  ).toBe(201)
  for (const sender of [
    {},
    { origin: 'http://localhost:3001' },
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' },
  ]) {
    const refused = await write(sender)
    expect([sender, refused.status]).toEqual([sender, 403])
    expect(await refused.json()).toMatchObject({ code: 'cross-site' })
  }
})

test('a foreign page cannot sign a visitor in', async () => {
  const headers = { origin: 'https://evil.example' }
  const refused = await world.call('POST', '/v1/session', { body: owner, headers })
  expect([refused.status, refused.json.code]).toEqual([403, 'cross-site'])
})

test('after ten wrong passwords an account has to wait, and is told how long', async () => {
  const attempt = () =>
    world.call('POST', '/v1/session', { body: { email: 'victim@example.com', password: 'guess' } })
  const answers = await Promise.all(Array.from({ length: 12 }, attempt))
  expect(answers.map(({ status }) => status).filter((status) => status === 401)).toHaveLength(10)
  const refused = answers.find(({ status }) => status === 429)
  expect(refused?.json.code).toBe('rate-limited')
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
})
