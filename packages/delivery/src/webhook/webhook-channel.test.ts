import type { OutboxRecord, WebhookRecord } from '@bantam/storage'
import { Webhook } from 'standardwebhooks'
import { afterEach, expect, test } from 'vitest'
import { createDispatcher } from '../dispatcher/dispatcher.ts'
import { createOutboundGuard } from '../outbound/guard.ts'
import { eventually } from '../testing/eventually.ts'
import { memoryOutbox, rowOf } from '../testing/memory-outbox.ts'
import { quietLog } from '../testing/quiet-log.ts'
import { startReceiver, type Receiver } from '../testing/receiver.ts'
import { createWebhookChannel } from './webhook-channel.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const day = 86_400_000
const receiving = async (answer?: Parameters<typeof startReceiver>[0]): Promise<Receiver> => {
  const receiver = await startReceiver(answer)
  closing.push(() => receiver.close())
  return receiver
}

/** One endpoint, kept in memory, and a channel to it with deadlines short enough for a test. */
const channelTo = (
  url: string,
  fields: Partial<WebhookRecord> = {},
  payload: unknown = { lead: { id: 'lead-1' } },
) => {
  let endpoint: WebhookRecord = {
    id: 'endpoint-1',
    workspaceId: 'workspace-1',
    url,
    types: ['lead.routed'],
    secret,
    isEnabled: true,
    disabledBecause: undefined,
    failingSince: undefined,
    createdAt: new Date(),
    ...fields,
  }
  const send = createWebhookChannel({
    webhooks: {
      find: async (workspaceId, id) =>
        workspaceId === endpoint.workspaceId && id === endpoint.id ? endpoint : undefined,
      update: async (_workspaceId, _id, change) => {
        endpoint = { ...endpoint, ...change }
        return true
      },
    },
    payload: async () => payload,
    guard: createOutboundGuard({
      allow: [new URL(url).host],
      deadlines: { connect: 200, total: 300, body: 100 },
    }),
    clock: () => new Date(),
  })
  return { send, endpoint: () => endpoint }
}
const row = (fields: Partial<OutboxRecord> = {}) =>
  rowOf('019ab-row', { target: 'endpoint-1', ...fields })
const answering = (status: number, headers: { [name: string]: string } = {}) =>
  receiving((response) => response.writeHead(status, headers).end())

test('what arrives is verified by the library of Standard Webhooks', async () => {
  const receiver = await receiving()
  const { send } = channelTo(
    receiver.url,
    {},
    { submissionId: 's-1', lead: { name: 'Zoë "O\'Brien" 🐓' } },
  )
  expect(await send(row())).toEqual({ kind: 'done' })
  const [heard] = receiver.heard
  expect(new Webhook(secret).verify(heard?.body ?? '', heard?.headers ?? {})).toEqual({
    type: 'lead.routed',
    timestamp: '2026-11-23T09:00:00.000Z',
    data: { submissionId: 's-1', lead: { name: 'Zoë "O\'Brien" 🐓' } },
  })
  expect(heard?.headers).toMatchObject({
    'webhook-id': '019ab-row',
    'content-type': 'application/json',
  })
})

test('another secret, another id or a changed body does not verify', async () => {
  const receiver = await receiving()
  await channelTo(receiver.url).send(row())
  const [heard] = receiver.heard
  const { body, headers } = heard ?? { body: '', headers: {} }
  expect(() =>
    new Webhook('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA').verify(body, headers),
  ).toThrow()
  expect(() => new Webhook(secret).verify(body, { ...headers, 'webhook-id': 'other' })).toThrow()
  expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow()
})

test('each try carries the same id and verifies by itself', async () => {
  const receiver = await receiving((response, _, count) =>
    response.writeHead(count < 3 ? 500 : 200).end(),
  )
  const { send } = channelTo(receiver.url)
  for (const attempts of [0, 1, 2]) await send(row({ attempts }))
  expect(new Set(receiver.heard.map((heard) => heard.headers['webhook-id']))).toEqual(
    new Set(['019ab-row']),
  )
  for (const heard of receiver.heard) new Webhook(secret).verify(heard.body, heard.headers)
  expect(receiver.heard).toHaveLength(3)
})

test.each([
  [500, {}, { kind: 'retry', reason: 'the receiver answered 500' }],
  [404, {}, { kind: 'retry', reason: 'the receiver answered 404' }],
  [429, { 'retry-after': '120' }, { kind: 'retry', after: 120_000 }],
  [503, { 'retry-after': 'garbage' }, { kind: 'retry', after: undefined }],
])('status %i %o is tried again', async (status, headers, expected) => {
  const receiver = await answering(status, headers)
  expect(await channelTo(receiver.url).send(row())).toMatchObject(expected)
})

test('a redirect is a failure and where it leads hears nothing', async () => {
  const canary = await receiving()
  const receiver = await answering(302, { location: canary.url })
  expect(await channelTo(receiver.url).send(row())).toMatchObject({
    kind: 'retry',
    reason: 'the receiver answered 302, a redirect; redirects are not followed',
  })
  expect(canary.connections()).toBe(0)
})

test('410 ends the row and switches the endpoint off, saying why', async () => {
  const receiver = await answering(410)
  const { send, endpoint } = channelTo(receiver.url)
  expect(await send(row())).toEqual({ kind: 'dead', reason: 'the receiver answered 410' })
  expect(endpoint()).toMatchObject({
    isEnabled: false,
    disabledBecause: expect.stringContaining('410'),
  })
  expect(await send(row())).toEqual({ kind: 'dead', reason: 'the endpoint is switched off' })
  expect(receiver.heard).toHaveLength(1)
})

test('receivers that never answer, or are not there, are tried again', async () => {
  const mute = await receiving(() => undefined)
  expect(await channelTo(mute.url).send(row())).toMatchObject({
    kind: 'retry',
    reason: 'no answer within 0.3 s',
  })
  const gone = await receiving()
  await gone.close()
  closing.pop()
  expect(await channelTo(gone.url).send(row())).toMatchObject({
    kind: 'retry',
    reason: 'the receiver refused the connection',
  })
})

test('a receiver that says yes and then stalls, floods or resets has heard', async () => {
  const stalling = await receiving((response) => void response.writeHead(200).write('.'))
  const flooding = await receiving((response) => response.writeHead(200).end('x'.repeat(5_000_000)))
  const resetting = await receiving((response) => {
    response.writeHead(200, { 'content-length': '9' })
    response.write('.', () => setTimeout(() => response.socket?.resetAndDestroy(), 10))
  })
  for (const receiver of [stalling, flooding, resetting]) {
    expect(await channelTo(receiver.url).send(row())).toEqual({ kind: 'done' })
  }
})

test('an endpoint remembers since when it fails and forgets it at the first success', async () => {
  const receiver = await receiving((response, _, count) =>
    response.writeHead(count < 3 ? 500 : 200).end(),
  )
  const { send, endpoint } = channelTo(receiver.url)
  await send(row())
  const since = endpoint().failingSince
  expect(since).toBeInstanceOf(Date)
  await send(row({ attempts: 1 }))
  expect(endpoint().failingSince).toBe(since)
  await send(row({ attempts: 2 }))
  expect(endpoint().failingSince).toBeUndefined()
})

test('an endpoint that has only failed for five days is switched off, but not at the first failure after silence', async () => {
  const receiver = await answering(500)
  const { send, endpoint } = channelTo(receiver.url, {
    failingSince: new Date(Date.now() - 6 * day),
  })
  expect(await send(row({ attempts: 0 }))).toMatchObject({ kind: 'retry' })
  expect(await send(row({ attempts: 4 }))).toMatchObject({ kind: 'dead' })
  expect(endpoint()).toMatchObject({
    isEnabled: false,
    disabledBecause: expect.stringMatching(
      /^Switched off: every delivery has failed since \d{4}-\d\d-\d\d\./,
    ),
  })
})

test('nothing is sent for a removed endpoint, an erased lead or an address that has become unsafe', async () => {
  const receiver = await receiving()
  expect(await channelTo(receiver.url).send(row({ target: 'removed' }))).toMatchObject({
    kind: 'dead',
  })
  expect(await channelTo(receiver.url).send(row({ workspaceId: 'other' }))).toMatchObject({
    kind: 'dead',
  })
  const { send } = channelTo(receiver.url, { url: 'http://169.254.169.254/' })
  expect(await send(row())).toEqual({
    kind: 'dead',
    reason: 'This address is not on the public internet.',
  })
  const erased = createWebhookChannel({
    webhooks: { find: async () => channelTo(receiver.url).endpoint(), update: async () => true },
    payload: async () => undefined,
    guard: createOutboundGuard({ allow: [receiver.place] }),
    clock: () => new Date(),
  })
  expect(await erased(row())).toEqual({
    kind: 'dead',
    reason: 'what it was about no longer exists',
  })
  expect(receiver.connections()).toBe(0)
})

test('an endpoint that fails twice hears the same event a third time, from outbox to receiver', async () => {
  const receiver = await receiving((response, _, count) =>
    response.writeHead(count < 3 ? 503 : 200).end(),
  )
  const outbox = memoryOutbox([row()])
  let now = Date.parse('2026-11-23T09:00:00Z')
  const dispatcher = createDispatcher({
    outbox,
    channels: { webhook: channelTo(receiver.url).send },
    clock: () => new Date(now),
    nodeId: 'node-a',
    log: quietLog(),
    timing: { poll: 10 },
  })
  closing.push(() => dispatcher.stop())
  await eventually(() =>
    expect(outbox.row('019ab-row')).toMatchObject({ state: 'waiting', attempts: 1 }),
  )
  now += 6_100
  await eventually(() =>
    expect(outbox.row('019ab-row')).toMatchObject({ state: 'waiting', attempts: 2 }),
  )
  now += 361_000
  await eventually(() => expect(outbox.row('019ab-row')?.state).toBe('done'))
  expect(receiver.heard.map((heard) => heard.headers['webhook-id'])).toEqual(
    Array(3).fill('019ab-row'),
  )
})
