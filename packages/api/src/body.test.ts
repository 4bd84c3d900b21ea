import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { publicLimit, readJson } from './body.ts'
import type { ApiEnv } from './deps.ts'
import { answerError } from './problems.ts'

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const app = new Hono<ApiEnv>()
app.onError(answerError(quiet))
app.post('/', async (c) => c.json({ read: await readJson(c, { limit: publicLimit }) }))
app.post('/beacon', async (c) =>
  c.json({ read: await readJson(c, { limit: publicLimit, allowText: true }) }),
)

const post = async (
  body: BodyInit,
  headers: { [name: string]: string } = { 'content-type': 'application/json' },
) => {
  const response = await app.request('/', { method: 'POST', body, headers })
  return { status: response.status, json: await response.json() }
}
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

test('a JSON document is read', async () => {
  const { status, json } = await post('{"a":[1,"ü",null]}', {
    'content-type': 'application/json; charset=utf-8',
  })
  expect([status, json]).toEqual([200, { read: { a: [1, 'ü', null] } }])
})

test('what is not JSON is refused as such', async () => {
  const bomb = new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])
  const notUtf8 = new Uint8Array([0x22, 0xff, 0x22])
  for (const body of ['', '{', '{"a":1}x', bomb, notUtf8]) {
    const { status, json } = await post(body)
    expect([status, json.code]).toEqual([400, 'not-json'])
  }
})

test('another content type is refused, but a beacon may send text', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
    const { status, json } = await post('{}', { 'content-type': type })
    expect([type, status, json.code]).toEqual([type, 415, 'unsupported-media-type'])
  }
  const headers = { 'content-type': 'text/plain;charset=UTF-8' }
  expect((await app.request('/beacon', { method: 'POST', body: '{}', headers })).status).toBe(200)
})

test('more than the limit is refused, whatever the content length says', async () => {
  const large = JSON.stringify('x'.repeat(publicLimit))
  const stream = () =>
    new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(16 * 1024).fill(0x20)),
    })
  const lying = { 'content-type': 'application/json', 'content-length': '2' }
  expect((await post(large)).json.code).toBe('too-large')
  expect((await post(large, lying)).json.code).toBe('too-large')
  const endless = await app.request('/', {
    method: 'POST',
    body: stream(),
    headers: { 'content-type': 'application/json' },
    duplex: 'half',
  } as RequestInit)
  expect(endless.status).toBe(413)
  expect((await post(JSON.stringify('x'.repeat(publicLimit - 2)))).status).toBe(200)
})

test('32 levels are read, 33 and thirty thousand are refused', async () => {
  expect((await post(nested(32))).status).toBe(200)
  expect((await post(nested(33))).json.code).toBe('too-deep')
  expect((await post(nested(30_000))).json.code).toBe('too-deep')
  expect((await post('{"a":'.repeat(33) + '1' + '}'.repeat(33))).json.code).toBe('too-deep')
})

test('keys that reach for prototypes are refused wherever they are', async () => {
  for (const key of ['__proto__', 'constructor', 'prototype', String.raw`__pro\u0074o__`]) {
    const { status, json } = await post(`{"a":[{"${key}":{"isAdmin":true}}]}`)
    expect([status, json.code]).toEqual([400, 'forbidden-key'])
    expect(json.errors[0].path).toBe(`a.0.${JSON.parse(`"${key}"`)}`)
  }
  expect((await post('{"a":"__proto__"}')).status).toBe(200)
})

test('text that one database could not store is refused in values and in keys', async () => {
  for (const body of [
    String.raw`{"a":"x\u0000"}`,
    String.raw`{"a":["\ud800"]}`,
    String.raw`{"a\udc00":1}`,
    String.raw`"\u0000"`,
  ]) {
    const { status, json } = await post(body)
    expect([status, json.code]).toEqual([422, 'forbidden-text'])
  }
  expect((await post(String.raw`"\ud83d\ude00"`)).status).toBe(200)
})
