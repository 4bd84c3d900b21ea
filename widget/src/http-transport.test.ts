import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { createHttpTransport } from './http-transport.ts'

const submission = { version: 1, answers: [] }
const receipt = { submissionId: 's', ending: { id: 'e', kind: 'message', title: 'Thank you' } }

let stop = () => {}
afterEach(() => stop())

/** A server that gives one answer to everything. */
const serve = async (status: number, body: string, headers: Record<string, string> = {}) => {
  const seen: { url: string | undefined; headers: IncomingHttpHeaders }[] = []
  const server = createServer((request, response) => {
    seen.push({ url: request.url, headers: request.headers })
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stop = () => void server.close()
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { transport: createHttpTransport(`http://127.0.0.1:${port}/`, 'a form'), seen }
}

test('a receipt is received, under its key', async () => {
  const { transport, seen } = await serve(201, JSON.stringify(receipt))
  expect(await transport.submit(submission, 'k')).toEqual({ kind: 'received', receipt })
  expect(seen).toMatchObject([
    { url: '/v1/public/forms/a%20form/submissions', headers: { 'idempotency-key': 'k' } },
  ])
})

test('a receipt of other answers, as a copied tab gets, is none: its conversation is over', async () => {
  const { transport } = await serve(200, JSON.stringify(receipt), { 'bantam-answers': 'other' })
  expect(await transport.submit(submission, 'k')).toEqual({
    kind: 'refused',
    code: 'unknown-conversation',
    errors: [],
  })
})

test.each([
  [429, { 'retry-after': '7' }, { kind: 'later', after: 7000 }],
  [503, {}, { kind: 'later', after: 0 }],
  [502, { 'retry-after': 'soon' }, { kind: 'later', after: 0 }],
  [503, { 'retry-after': '-5' }, { kind: 'later', after: 0 }],
  [503, { 'retry-after': '99999999' }, { kind: 'later', after: 3_600_000 }],
  [503, { 'retry-after': 'Infinity' }, { kind: 'later', after: 3_600_000 }],
])('%i %j is for later', async (status, headers, outcome) => {
  const { transport } = await serve(status, '<html>', headers)
  expect(await transport.submit(submission, 'k')).toEqual(outcome)
})

test('a page instead of a receipt, as a hotel network gives, is for later', async () => {
  const { transport } = await serve(200, '<html>Please sign in</html>')
  expect(await transport.submit(submission, 'k')).toEqual({ kind: 'later' })
})

test.each([401, 403, 407, 408, 425])(
  "a %i that is not in the words of the server is the network's own, and for later",
  async (status) => {
    const { transport } = await serve(status, '<html>Blocked by your network</html>')
    expect(await transport.submit(submission, 'k')).toEqual({ kind: 'later' })
  },
)

test('a 403 in the words of the server is a refusal', async () => {
  const { transport } = await serve(403, JSON.stringify({ code: 'origin-not-allowed' }))
  expect(await transport.submit(submission, 'k')).toEqual({
    kind: 'refused',
    code: 'origin-not-allowed',
    errors: [],
  })
})

test('a body too large for a guard on the way is refused, whatever it says: it never gets smaller', async () => {
  const { transport } = await serve(413, '<html>')
  expect(await transport.submit(submission, 'k')).toMatchObject({ kind: 'refused' })
})

test('progress that a server has no time for, or a page answers for it, was not saved', async () => {
  const progress = { seq: 1, answers: [] }
  for (const [status, body] of [
    [503, '{}'],
    [429, '{}'],
    [200, '<html>'],
  ] as const) {
    const { transport } = await serve(status, body)
    await expect(transport.save?.('c', progress)).rejects.toThrow()
    stop()
  }
  const { transport, seen } = await serve(200, JSON.stringify({ skip: ['size'] }))
  expect(await transport.save?.('c', progress)).toEqual({ skip: ['size'] })
  expect(seen).toMatchObject([{ url: '/v1/public/conversations/c' }])
})

test('a conversation without an id has not begun', async () => {
  const { transport } = await serve(200, JSON.stringify({ skip: [] }))
  await expect(transport.start?.({})).rejects.toThrow('no conversation')
})

test('a server that is away is for later', async () => {
  const transport = createHttpTransport('http://127.0.0.1:1/', 'f')
  expect(await transport.submit(submission, 'k')).toEqual({ kind: 'later' })
})

test('a refusal carries its code and errors', async () => {
  const errors = [{ path: 'answers.name', code: 'required', message: 'Please answer.' }]
  const { transport } = await serve(422, JSON.stringify({ code: 'invalid-answers', errors }))
  expect(await transport.submit(submission, 'k')).toEqual({
    kind: 'refused',
    code: 'invalid-answers',
    errors,
  })
})

test('a form that is gone is refused whatever the page says', async () => {
  const { transport } = await serve(404, 'Not here')
  expect(await transport.submit(submission, 'k')).toEqual({
    kind: 'refused',
    code: 'not-found',
    errors: [],
  })
})

test('who was quick, or is told to, sends along what the browser has worked out', async () => {
  const [salt, nonce] = ['5a'.repeat(16), 'c3'.repeat(16)]
  const hash = createHash('sha256').update(Buffer.from(`${salt}${nonce}00000007`, 'hex'))
  const challenge = {
    parameters: { salt, nonce, keyPrefix: hash.digest('hex').slice(0, 32) },
    signature: 's',
  }
  const proofs: (string | undefined)[] = []
  const server = createServer((request, response) => {
    if (request.url?.includes('/challenge')) return response.end(JSON.stringify(challenge))
    proofs.push(request.headers['bantam-proof']?.toString())
    const isRefused = proofs.length === 2
    response.writeHead(isRefused ? 422 : 201)
    return response.end(JSON.stringify(isRefused ? { code: 'proof-required' } : receipt))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stop = () => void server.close()
  const { port } = Object(server.address())
  const transport = createHttpTransport(`http://127.0.0.1:${port}/`, 'f')
  vi.stubGlobal('document', { hidden: false })
  expect(await transport.submit({ ...submission, elapsed: 1499 }, 'quick')).toMatchObject({
    kind: 'received',
  })
  expect(await transport.submit({ ...submission, elapsed: 1500 }, 'slow')).toMatchObject({
    kind: 'received',
  })
  vi.unstubAllGlobals()
  const solved = proofs.map((proof) => proof && JSON.parse(atob(proof)).solution.counter)
  expect(solved).toEqual([7, undefined, 7])
})
