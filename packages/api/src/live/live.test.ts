import { OpenAPIHono } from '@hono/zod-openapi'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ApiEnv, LiveHub } from '../deps.ts'
import { answerError } from '../problems.ts'
import { openWorld, type World } from '../testing/world.ts'
import { liveRoutes } from './routes.ts'

/** Lets the stream give one more event. */
let happen = () => {}
/** Gives one event and, when it happens, another, then waits for the end of the stream. */
const asked: { workspaceId: string; lastEventId: string | undefined }[] = []
const live: LiveHub = {
  async *stream(workspaceId, lastEventId, signal) {
    asked.push({ workspaceId, lastEventId })
    yield { id: 'e1', event: 'lead.routed', data: { lead: { name: 'A\nB' } } }
    await new Promise<void>((resolve) => {
      happen = resolve
      if (signal.aborted) resolve()
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
    if (signal.aborted) return
    yield { id: 'e2', event: 'lead.routed', data: { lead: { name: 'C' } } }
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve()
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
  },
}

let world: World
let app: OpenAPIHono<ApiEnv>
beforeEach(async () => {
  world = await openWorld({ live })
  app = new OpenAPIHono<ApiEnv>()
  app.onError(answerError(world.deps.log))
  app.route('/', liveRoutes(world.deps, { pingEvery: 20 }))
})
afterEach(() => world.close())

const open = async (cookie: string) => read({ cookie, 'last-event-id': 'e0' })
const read = async (headers: { readonly [name: string]: string }, on = app) => {
  const response = await on.request('http://localhost:3000/v1/live', { headers })
  const reader = response.body?.getReader()
  if (reader === undefined) throw new Error('no stream')
  const decoder = new TextDecoder()
  let text = ''
  return {
    response,
    /** Reads until `words` have come, or to the end. */
    async until(words: string) {
      while (!text.includes(words)) {
        const { done, value } = await reader.read()
        if (done) return `${text}<end>`
        text += decoder.decode(value, { stream: true })
      }
      return text
    },
    close: () => reader.cancel(),
  }
}

test('events come as they happen, with an id to resume from, and pings in between', async () => {
  const { id } = await world.workspace()
  const { cookie } = await world.member(id, { role: 'rep' })
  const stream = await open(cookie)
  expect(stream.response.headers.get('content-type')).toContain('text/event-stream')
  const text = await stream.until(': ping')
  expect(text).toContain('event: lead.routed\ndata: {"lead":{"name":"A\\nB"}}\nid: e1\n\n')
  expect(asked.at(-1)).toEqual({ workspaceId: id, lastEventId: 'e0' })
  expect(await world.deps.metrics.text()).toContain('bantam_live_streams 1')
  await stream.close()
  await expect.poll(() => world.deps.metrics.text()).toContain('bantam_live_streams 0')
})

test('the stream ends with the membership', async () => {
  const { id } = await world.workspace()
  const { cookie, userId } = await world.member(id, { role: 'rep' })
  const stream = await open(cookie)
  await stream.until(': ping')
  await world.storage.members.remove(id, userId)
  expect(await stream.until('never')).toContain('<end>')
})

test('the stream ends with the session', async () => {
  const { id } = await world.workspace()
  const { cookie } = await world.member(id, { role: 'rep' })
  const stream = await open(cookie)
  await stream.until(': ping')
  await world.call('DELETE', '/v1/session', { cookie })
  expect(await stream.until('never')).toContain('<end>')
})

test('who is shut out hears nothing more, also before the next ping', async () => {
  const { keys } = await world.workspace()
  const calm = new OpenAPIHono<ApiEnv>()
  calm.route('/', liveRoutes(world.deps, { trusted: 0 }))
  const { json } = await world.call('POST', '/v1/keys', {
    key: keys.owner,
    body: { name: 'Board', role: 'rep' },
  })
  const stream = await read({ authorization: `Bearer ${json.key}` }, calm)
  await stream.until('id: e1')
  await world.call('DELETE', `/v1/keys/${json.id}`, { key: keys.owner })
  happen()
  const text = await stream.until('never')
  expect(text).toContain('<end>')
  expect(text).not.toContain('id: e2')
})
