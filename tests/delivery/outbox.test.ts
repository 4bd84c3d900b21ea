import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  createDispatcher,
  createOutboundGuard,
  createWebhookChannel,
  type DispatcherDeps,
} from '@bantam/delivery'
import { createVault, type OutboxRecord, type Storage, type WebhookRecord } from '@bantam/storage'
import { openSqlite } from '@bantam/storage/sqlite'
import { Webhook } from 'standardwebhooks'
import { afterEach, expect, test, vi } from 'vitest'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

/** Patient, because the machine may be busy. */
const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 10_000, interval: 5 })

const workspaceId = randomUUID()
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

const openStorage = async (): Promise<Storage> => {
  const folder = mkdtempSync(join(tmpdir(), 'bantam-delivery-'))
  closing.push(() => rmSync(folder, { recursive: true }))
  const { storage } = await openSqlite({
    file: join(folder, 'bantam.db'),
    migrations: fileURLToPath(new URL('../../migrations/sqlite', import.meta.url)),
    vault: createVault(new Uint8Array(32)),
  })
  closing.push(() => storage.close())
  const createdAt = new Date()
  await storage.workspaces.create({
    id: workspaceId,
    name: 'W',
    slug: 'w',
    isDemo: false,
    createdAt,
  })
  return storage
}

type Answer = (response: ServerResponse, heard: readonly string[]) => void

/** A receiver on loopback, saved as an endpoint; `heard` are the verified ids in the order they came. */
const saveEndpoint = async (
  storage: Storage,
  answer: Answer = (response) => response.writeHead(204).end(),
) => {
  const heard: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      const id = String(request.headers['webhook-id'])
      new Webhook(secret).verify(body, {
        'webhook-id': id,
        'webhook-timestamp': String(request.headers['webhook-timestamp']),
        'webhook-signature': String(request.headers['webhook-signature']),
      })
      heard.push(id)
      answer(response, heard)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const place = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const webhook: WebhookRecord = {
    id: randomUUID(),
    workspaceId,
    url: `http://${place}/`,
    types: ['lead.routed'],
    secret,
    isEnabled: true,
    disabledBecause: undefined,
    failingSince: undefined,
    createdAt: new Date(),
  }
  await storage.webhooks.create(webhook)
  return { heard, place, webhook }
}

const rowTo = (target: string): OutboxRecord => ({
  id: randomUUID(),
  workspaceId,
  channel: 'webhook',
  kind: 'lead.routed',
  target,
  eventId: randomUUID(),
  leadId: randomUUID(),
  submissionId: undefined,
  state: 'waiting',
  attempts: 0,
  nextAt: new Date(),
  leaseOwner: undefined,
  leaseUntil: undefined,
  lastError: undefined,
  doneAt: undefined,
  createdAt: new Date(),
})

/** Commits rows the way a submission does. */
const commit = (storage: Storage, outbox: readonly OutboxRecord[]) =>
  storage.intake.accept([], () => ({
    submissions: [],
    leads: [],
    credits: [],
    open: [],
    events: [],
    outbox,
  }))

const dispatching = (
  storage: Storage,
  allow: readonly string[],
  { patience = 10_000, ...deps }: Partial<DispatcherDeps> & { patience?: number } = {},
) => {
  const clock = deps.clock ?? (() => new Date())
  const webhook = createWebhookChannel({
    webhooks: storage.webhooks,
    payload: async (row) => ({ leadId: row.leadId }),
    guard: createOutboundGuard({ allow, deadlines: { total: patience } }),
    clock: () => new Date(),
  })
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const dispatcher = createDispatcher({
    outbox: storage.outbox,
    channels: { webhook },
    clock,
    nodeId: randomUUID(),
    log,
    timing: { drain: 50 },
    ...deps,
  })
  const unsubscribe = storage.onOutbox(() => dispatcher.wake())
  closing.push(async () => {
    unsubscribe()
    await dispatcher.stop()
  })
  return dispatcher
}

test('what is committed is delivered at once, each row once, by two dispatchers', async () => {
  const storage = await openStorage()
  const endpoints = await Promise.all(Array.from({ length: 4 }, () => saveEndpoint(storage)))
  const places = endpoints.map((endpoint) => endpoint.place)
  dispatching(storage, places, { timing: { poll: 60_000, drain: 50 } })
  dispatching(storage, places, { timing: { poll: 60_000, drain: 50 } })
  await new Promise((resolve) => setTimeout(resolve, 20))
  const rows = Array.from({ length: 60 }, (_, index) =>
    rowTo(endpoints[index % 4]?.webhook.id ?? ''),
  )
  await commit(storage, rows)
  await eventually(async () => expect(await storage.outbox.pending()).toBe(0))
  const heard = endpoints.flatMap((endpoint) => endpoint.heard)
  expect(heard.toSorted()).toEqual(rows.map((row) => row.id).toSorted())
})

test('a row whose dispatcher died mid-send is sent again by another under the same id', async () => {
  const storage = await openStorage()
  const { heard, place, webhook } = await saveEndpoint(storage)
  const row = rowTo(webhook.id)
  await commit(storage, [row])
  const before = new Date()
  const claim = {
    owner: 'killed',
    now: before,
    leaseUntil: new Date(before.getTime() + 30_000),
    limit: 16,
  }
  expect(await storage.outbox.claimDue(claim)).toHaveLength(1)
  let now = before.getTime() + 29_000
  dispatching(storage, [place], { clock: () => new Date(now), timing: { poll: 20, drain: 50 } })
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(heard).toEqual([])
  now = before.getTime() + 30_001
  await eventually(() => expect(heard).toEqual([row.id]))
  await eventually(async () =>
    expect((await storage.outbox.find(workspaceId, row.id))?.state).toBe('done'),
  )
  const late = {
    id: row.id,
    state: 'waiting' as const,
    attempts: 1,
    nextAt: before,
    lastError: 'late',
    now: before,
  }
  expect(await storage.outbox.settle('killed', late)).toBe(false)
})

test('an endpoint that answers 410 is switched off in the store and its row can be replayed later', async () => {
  const storage = await openStorage()
  const { heard, place, webhook } = await saveEndpoint(storage, (response, ids) =>
    response.writeHead(ids.length === 1 ? 410 : 200).end(),
  )
  const dispatcher = dispatching(storage, [place])
  const row = rowTo(webhook.id)
  await commit(storage, [row])
  await eventually(async () =>
    expect(await storage.outbox.find(workspaceId, row.id)).toMatchObject({
      state: 'dead',
      lastError: 'the receiver answered 410',
    }),
  )
  expect(await storage.webhooks.find(workspaceId, webhook.id)).toMatchObject({
    isEnabled: false,
    disabledBecause: expect.stringContaining('410'),
  })
  await storage.webhooks.update(workspaceId, webhook.id, {
    isEnabled: true,
    disabledBecause: undefined,
  })
  expect(await storage.outbox.replay(workspaceId, row.id, new Date())).toBe(true)
  dispatcher.wake()
  await eventually(() => expect(heard).toEqual([row.id, row.id]))
})

test('a receiver that hangs under a backlog does not keep others waiting, and success forgets its failures', async () => {
  const storage = await openStorage()
  let isStuck = true
  const stuck = await saveEndpoint(
    storage,
    (response) => void (isStuck || response.writeHead(200).end()),
  )
  const well = await saveEndpoint(storage)
  await commit(
    storage,
    Array.from({ length: 120 }, () => rowTo(stuck.webhook.id)),
  )
  dispatching(storage, [stuck.place, well.place], { patience: 400 })
  await eventually(() => expect(stuck.heard.length).toBeGreaterThan(1))
  const row = rowTo(well.webhook.id)
  await commit(storage, [row])
  const heardByStuck = stuck.heard.length
  await eventually(() => expect(well.heard).toEqual([row.id]))
  expect(stuck.heard.length - heardByStuck).toBeLessThan(6)
  await eventually(async () =>
    expect(
      (await storage.webhooks.find(workspaceId, stuck.webhook.id))?.failingSince,
    ).toBeInstanceOf(Date),
  )
  isStuck = false
  await eventually(async () =>
    expect(
      (await storage.webhooks.find(workspaceId, stuck.webhook.id))?.failingSince,
    ).toBeUndefined(),
  )
})
