import type { LookupOptions } from 'node:dns'
import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { listen, startReceiver } from '../testing/receiver.ts'
import { createOutboundGuard } from './guard.ts'
import { vettedLookup, type Resolve } from './vetted-lookup.ts'

const open: { close(): Promise<void> }[] = []
const opened = async <T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
  const thing = await starting
  open.push(thing)
  return thing
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close()))
})

const message = { headers: { 'content-type': 'application/json' }, body: '{"hello":"wörld"}' }
const quick = { connect: 150, total: 300, body: 150 }
/** A name service that gives these answers in turn and then keeps to the last. */
const resolving = (...answers: readonly (readonly string[])[]): Resolve => {
  let asked = 0
  return async () => answers[Math.min(asked++, answers.length - 1)] ?? []
}

test('posts the body to a listed receiver and tells its answer', async () => {
  const receiver = await opened(startReceiver((response) => response.writeHead(202).end('thanks')))
  const guard = createOutboundGuard({ allow: [receiver.place] })
  const reply = await guard.post(`${receiver.url}?a=1`, message)
  expect(reply).toEqual({ status: 202, retryAfter: undefined, body: 'thanks' })
  expect(receiver.heard[0]).toMatchObject({ body: message.body, url: '/hook?a=1' })
  expect(receiver.heard[0]?.headers).toMatchObject({ connection: 'close', 'content-length': '18' })
})

test('a listed name is reached at the private address it leads to, in both forms of look-up', async () => {
  const receiver = await opened(startReceiver())
  const guard = createOutboundGuard({
    allow: [`hooks.test:${receiver.port}`],
    resolve: resolving(['127.0.0.1'], ['::ffff:127.0.0.1']),
  })
  expect((await guard.post(`http://hooks.test:${receiver.port}/`, message)).status).toBe(204)
  expect((await guard.post(`http://hooks.test:${receiver.port}/`, message)).status).toBe(204)
})

test('a listed name that leads to a link-local address is refused: that is never what was meant', async () => {
  const guard = createOutboundGuard({
    allow: ['hooks.test:80'],
    resolve: resolving(['169.254.169.254']),
  })
  await expect(guard.post('http://hooks.test/', message)).rejects.toMatchObject({
    code: 'unsafe-url',
  })
})

test.each([
  ['one address is private', ['127.0.0.1']],
  ['any address among several is private', ['93.184.216.34', '127.0.0.1']],
  ['an address is IPv4 in IPv6 clothes', ['::ffff:127.0.0.1']],
  ['an address is IPv4-compatible', ['::7f00:1']],
  ['an address is behind NAT64', ['64:ff9b::7f00:1']],
  ['an address is no address', ['localhost']],
])('a name is refused and nothing connects when %s', async (_, addresses) => {
  const canary = await opened(startReceiver())
  const guard = createOutboundGuard({
    allow: [`listed.test:${canary.port}`],
    resolve: resolving(addresses),
  })
  await expect(guard.post('http://rebind.example/', message)).rejects.toMatchObject({
    code: 'unsafe-url',
  })
  expect(canary.connections()).toBe(0)
})

test('each socket asks the name anew and connects to what it was told (fails when a look-up is kept)', async () => {
  const rebinding = resolving(['93.184.216.34'], ['127.0.0.1'])
  const lookUp = (options: LookupOptions) =>
    new Promise((settle) => {
      vettedLookup(rebinding, false)('rebind.example', options, (error, address) =>
        settle(error ?? address),
      )
    })
  expect(await lookUp({ all: true })).toEqual([{ address: '93.184.216.34', family: 4 }])
  expect(await lookUp({ all: true })).toMatchObject({ code: 'unsafe-url' })
})

test('a name that turned private after it was saved reaches nothing', async () => {
  const canary = await opened(startReceiver())
  const guard = createOutboundGuard({ allow: [canary.place], resolve: resolving(['127.0.0.1']) })
  expect(guard.check('http://rebind.example/')).toEqual({ ok: true })
  await expect(guard.post('http://rebind.example/', message)).rejects.toMatchObject({
    code: 'unsafe-url',
  })
  expect(canary.connections()).toBe(0)
})

test('a redirect is handed back, not followed, whoever answers it', async () => {
  const canary = await opened(startReceiver())
  const receiver = await opened(
    startReceiver((response) => response.writeHead(307, { location: canary.url }).end()),
  )
  const guard = createOutboundGuard({ allow: [receiver.place, canary.place] })
  expect((await guard.post(receiver.url, message)).status).toBe(307)
  expect(canary.connections()).toBe(0)
})

test('a receiver that never answers is given up on', async () => {
  const receiver = await opened(startReceiver(() => undefined))
  const guard = createOutboundGuard({ allow: [receiver.place], deadlines: quick })
  await expect(guard.post(receiver.url, message)).rejects.toMatchObject({
    code: 'no-answer',
    message: 'no answer within 0.3 s',
  })
})

test('a name service that never answers is given up on', async () => {
  const guard = createOutboundGuard({
    allow: [],
    deadlines: quick,
    resolve: () => new Promise(() => undefined),
  })
  await expect(guard.post('https://slow.example/', message)).rejects.toMatchObject({
    message: 'no connection within 0.15 s',
  })
})

test('a receiver that speaks no TLS is given up on', async () => {
  const mute = await opened(listen(createServer(() => undefined)))
  const guard = createOutboundGuard({ allow: [mute.place], deadlines: quick })
  await expect(guard.post(`https://${mute.place}/`, message)).rejects.toMatchObject({
    message: 'no connection within 0.15 s',
  })
})

test('an answer counts although its body never ends', async () => {
  const receiver = await opened(
    startReceiver((response) => {
      response.writeHead(200)
      response.write('begun')
    }),
  )
  const guard = createOutboundGuard({ allow: [receiver.place], deadlines: quick })
  expect(await guard.post(receiver.url, message)).toMatchObject({ status: 200, body: 'begun' })
})

test('of an endless body 16 KB are read and the socket is destroyed', async () => {
  let written = 0
  let noticeClosed = () => {}
  const closed = new Promise<void>((notice) => (noticeClosed = notice))
  const receiver = await opened(
    startReceiver((response) => {
      response.once('close', noticeClosed)
      const more = () => {
        while (!response.destroyed && written < 1e9) {
          written += 65_536
          if (!response.write('x'.repeat(65_536))) return
        }
      }
      response.on('drain', more)
      more()
    }),
  )
  const guard = createOutboundGuard({ allow: [receiver.place] })
  const reply = await guard.post(receiver.url, message)
  await closed
  expect(reply.body.length).toBe(16 * 1024)
  expect(written).toBeLessThan(50e6)
})

test('an answer cut by a reset after its status still counts', async () => {
  const receiver = await opened(
    startReceiver((response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('part', () => setTimeout(() => response.socket?.resetAndDestroy(), 20))
    }),
  )
  const guard = createOutboundGuard({ allow: [receiver.place] })
  expect((await guard.post(receiver.url, message)).status).toBe(200)
})

test('a connection cut before the status is no answer', async () => {
  const receiver = await opened(startReceiver((response) => response.socket?.resetAndDestroy()))
  const guard = createOutboundGuard({ allow: [receiver.place] })
  await expect(guard.post(receiver.url, message)).rejects.toMatchObject({
    message: 'the receiver cut the connection before answering',
  })
})

test('what is not HTTP, and what drowns in headers, is no answer', async () => {
  const babble = await opened(
    listen(createServer((socket) => socket.end('220 mail.example ESMTP ready\r\n'))),
  )
  const flood = await opened(
    startReceiver((response) => {
      response.socket?.write(`HTTP/1.1 200 OK\r\n${'x-flood: 1\r\n'.repeat(10_000)}\r\n`)
    }),
  )
  const guard = createOutboundGuard({ allow: [babble.place, flood.place], deadlines: quick })
  await expect(guard.post(babble.url, message)).rejects.toMatchObject({ code: 'no-answer' })
  await expect(guard.post(flood.url, message)).rejects.toMatchObject({ code: 'no-answer' })
})

test('a compressed body stays as it came', async () => {
  const receiver = await opened(
    startReceiver((response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip'),
    ),
  )
  const guard = createOutboundGuard({ allow: [receiver.place] })
  expect((await guard.post(receiver.url, message)).body).toBe('not gzip')
})
