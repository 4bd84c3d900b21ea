import { afterEach, expect, test, vi } from 'vitest'
import { client, Refusal, Unreachable } from './client.ts'
import { starterForm } from './form/starter.example.ts'

const answering = (response: () => Response) => {
  const fetched = vi.fn(async (_path: string, _init: RequestInit) => response())
  vi.stubGlobal('fetch', fetched)
  return fetched
}

afterEach(() => void vi.unstubAllGlobals())

test('a draft is saved on the revision it builds on', async () => {
  const fetched = answering(() => Response.json({ revision: 8 }))
  await client.saveDraft('f1', { definition: starterForm(), revision: 7 })
  const [path, init] = fetched.mock.calls[0] ?? []
  expect(path).toBe('/v1/forms/f1/draft')
  expect(new Headers(init?.headers).get('If-Match')).toBe('"7"')
})

test('a problem becomes a refusal with its code, its words and its places', async () => {
  const errors = [{ path: 'questions.0.title', code: 'too-long', message: 'too long' }]
  answering(() =>
    Response.json({ code: 'invalid-document', detail: 'Not like this.', errors }, { status: 422 }),
  )
  const refusal = await client.publish('f1', 1).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({
    status: 422,
    code: 'invalid-document',
    message: 'Not like this.',
    errors,
  })
})

test('a page from a proxy in between is still a refusal', async () => {
  answering(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
  await expect(client.session()).rejects.toMatchObject({
    status: 502,
    message: 'The server answered 502.',
  })
})

test('no answer at all is told apart from a refusal', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(client.session()).rejects.toBeInstanceOf(Unreachable)
})

test('signing out is JSON like every change, so that no foreign page can send it', async () => {
  const fetched = answering(() => new Response(null, { status: 204 }))
  await client.signOut()
  const [, init] = fetched.mock.calls[0] ?? []
  expect(new Headers(init?.headers).get('Content-Type')).toBe('application/json')
  expect(init?.body).toBe('{}')
})

test('a version whose definition the server does not tell is undefined', async () => {
  answering(() => Response.json({ code: 'not-found' }, { status: 404 }))
  expect(await client.version('f1', 3)).toBeUndefined()
})
