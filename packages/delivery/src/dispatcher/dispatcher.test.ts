import type { OutboxRecord } from '@bantam/storage'
import { afterEach, expect, test, vi } from 'vitest'
import type { Send, Sent } from '../sent.ts'
import { eventually } from '../testing/eventually.ts'
import { memoryOutbox, rowOf, start } from '../testing/memory-outbox.ts'
import { quietLog } from '../testing/quiet-log.ts'
import { createDispatcher, type Dispatcher, type DispatcherDeps } from './dispatcher.ts'

type Outbox = ReturnType<typeof memoryOutbox>
const running: Dispatcher[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((dispatcher) => dispatcher.stop()))
})

const timing = { drain: 50 }
const dispatching = (
  outbox: DispatcherDeps['outbox'],
  send: Send,
  deps: Partial<DispatcherDeps> = {},
) => {
  const log = quietLog()
  const dispatcher = createDispatcher({
    outbox,
    channels: { webhook: send, mail: send },
    clock: () => start,
    nodeId: 'node-a',
    log,
    chance: () => 0.5,
    timing,
    ...deps,
  })
  running.push(dispatcher)
  return { dispatcher, log }
}
const answering = (sent: Sent): Send => vi.fn(async () => sent)
const never = (): Promise<Sent> => new Promise(() => undefined)
const stateOf = (outbox: Outbox, id: string) => outbox.row(id)?.state

test('a due row is sent and done, one due later waits', async () => {
  const later = rowOf('later', { nextAt: new Date(start.getTime() + 60_000) })
  const outbox = memoryOutbox([rowOf('now'), later])
  const send = answering({ kind: 'done' })
  dispatching(outbox, send)
  await eventually(() => expect(stateOf(outbox, 'now')).toBe('done'))
  expect(outbox.row('now')).toMatchObject({ attempts: 1, doneAt: start, lastError: undefined })
  expect(stateOf(outbox, 'later')).toBe('waiting')
  expect(send).toHaveBeenCalledTimes(1)
})

test('a row that arrives while it sleeps is sent when it is woken', async () => {
  const outbox = memoryOutbox([])
  const send = answering({ kind: 'done' })
  const { dispatcher } = dispatching(outbox, send, { timing: { ...timing, poll: 60_000 } })
  await new Promise((resolve) => setTimeout(resolve, 20))
  outbox.add(rowOf('fresh'))
  dispatcher.wake()
  await eventually(() => expect(stateOf(outbox, 'fresh')).toBe('done'))
})

test('a row that nobody announced is found by polling', async () => {
  const outbox = memoryOutbox([])
  dispatching(outbox, answering({ kind: 'done' }), { timing: { ...timing, poll: 20 } })
  await new Promise((resolve) => setTimeout(resolve, 10))
  outbox.add(rowOf('unannounced'))
  await eventually(() => expect(stateOf(outbox, 'unannounced')).toBe('done'))
})

test('a failed try waits by the schedule and keeps its words', async () => {
  const outbox = memoryOutbox([rowOf('again', { attempts: 1 })])
  dispatching(outbox, answering({ kind: 'retry', reason: 'the receiver answered 500' }))
  await eventually(() => expect(outbox.row('again')?.attempts).toBe(2))
  expect(outbox.row('again')).toMatchObject({
    state: 'waiting',
    nextAt: new Date(start.getTime() + 300_000),
    lastError: 'the receiver answered 500',
  })
})

test("a receiver's wish to wait is kept", async () => {
  const outbox = memoryOutbox([rowOf('polite')])
  dispatching(outbox, answering({ kind: 'retry', reason: 'busy', after: 90_000 }))
  await eventually(() =>
    expect(outbox.row('polite')?.nextAt).toEqual(new Date(start.getTime() + 90_000)),
  )
})

test('after its last try a row is a dead letter that says why', async () => {
  const outbox = memoryOutbox([rowOf('last', { attempts: 9 })])
  const { log } = dispatching(outbox, answering({ kind: 'retry', reason: 'no answer within 15 s' }))
  await eventually(() => expect(stateOf(outbox, 'last')).toBe('dead'))
  expect(outbox.row('last')?.lastError).toBe('given up after 10 tries: no answer within 15 s')
  expect(log.lines).toMatchObject([{ message: 'delivery given up', fields: { id: 'last' } }])
})

test('a channel says dead or held and the row is, a held one without having used up a try', async () => {
  const outbox = memoryOutbox([rowOf('gone'), rowOf('kept', { channel: 'mail' })])
  dispatching(outbox, async (row) =>
    row.id === 'gone'
      ? { kind: 'dead', reason: 'gone' }
      : { kind: 'held', reason: 'no mail server configured' },
  )
  await eventually(() => expect(stateOf(outbox, 'kept')).toBe('held'))
  await eventually(() => expect(stateOf(outbox, 'gone')).toBe('dead'))
  expect(outbox.row('kept')).toMatchObject({ attempts: 0, lastError: 'no mail server configured' })
})

test('a channel that throws, or is missing, or never ends, has failed a try and nothing else stops', async () => {
  const outbox = memoryOutbox([
    rowOf('throws'),
    rowOf('hangs'),
    rowOf('well'),
    rowOf('mail', { channel: 'mail' }),
  ])
  const send: Send = async (row) => {
    if (row.id === 'throws') throw new Error('a secret detail')
    return row.id === 'hangs' ? never() : { kind: 'done' }
  }
  dispatching(outbox, send, { channels: { webhook: send }, timing: { ...timing, tryLimit: 30 } })
  await eventually(() => expect(outbox.row('hangs')?.lastError).toBe('the try took too long'))
  expect(stateOf(outbox, 'well')).toBe('done')
  expect(outbox.row('throws')).toMatchObject({
    attempts: 1,
    lastError: 'an unexpected failure on our side',
  })
  expect(outbox.row('mail')).toMatchObject({
    attempts: 1,
    lastError: 'this server has no mail channel',
  })
})

test('a row whose node dies mid-send is sent again under the same id (fails for a dispatcher that settles before sending)', async () => {
  const outbox = memoryOutbox([rowOf('precious')])
  const heard: string[] = []
  let now = start
  // Node A hears nothing back and, like a killed process, never settles anything again.
  const crashed = {
    ...outbox,
    settle: vi.fn(never as () => Promise<never>),
    nextDue: async () => undefined,
  }
  dispatching(crashed, (row) => (heard.push(row.id), never()), { clock: () => now })
  await eventually(() => expect(heard).toEqual(['precious']))
  expect(crashed.settle).not.toHaveBeenCalled()
  const nodeB = { nodeId: 'node-b', clock: () => now, timing: { ...timing, poll: 10 } }
  dispatching(outbox, async (row) => (heard.push(row.id), { kind: 'done' }), nodeB)
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(heard).toEqual(['precious'])
  now = new Date(start.getTime() + 30_001)
  await eventually(() => expect(stateOf(outbox, 'precious')).toBe('done'))
  expect(heard).toEqual(['precious', 'precious'])
  // Node A hangs for good: stopping it would wait for the settling that never comes.
  running.shift()
})

test('a node that lost its lease cannot settle the row (fails when settling is not fenced by owner)', async () => {
  const outbox = memoryOutbox([rowOf('contested')])
  const answers: ((sent: Sent) => void)[] = []
  const { log } = dispatching(outbox, () => new Promise((resolve) => answers.push(resolve)))
  await eventually(() => expect(answers).toHaveLength(1))
  const stolen: OutboxRecord = {
    ...rowOf('contested'),
    state: 'sending',
    leaseOwner: 'node-b',
    leaseUntil: new Date(start.getTime() + 60_000),
  }
  outbox.add(stolen)
  answers[0]?.({ kind: 'dead', reason: 'too late' })
  await eventually(() => expect(log.lines).toMatchObject([{ fields: { id: 'contested' } }]))
  expect(outbox.row('contested')).toEqual(stolen)
})

test('one receiver that hangs under a large backlog does not delay another', async () => {
  const backlog = Array.from({ length: 300 }, (_, index) =>
    rowOf(`stuck-${index}`, { target: 'stuck' }),
  )
  const outbox = memoryOutbox([...backlog, rowOf('well', { nextAt: new Date(start.getTime()) })])
  const atOnce = { now: 0, most: 0 }
  dispatching(outbox, (row) => {
    if (row.target !== 'stuck') return Promise.resolve({ kind: 'done' })
    atOnce.most = Math.max(atOnce.most, (atOnce.now += 1))
    return never()
  })
  await eventually(() => expect(stateOf(outbox, 'well')).toBe('done'))
  expect(atOnce.most).toBe(2)
})

test('two nodes send each of many rows once', async () => {
  const rows = Array.from({ length: 200 }, (_, index) =>
    rowOf(`r${index}`, { target: `t${index % 7}` }),
  )
  const outbox = memoryOutbox(rows)
  const heard: string[] = []
  const send: Send = async (row) => {
    await new Promise((resolve) => setImmediate(resolve))
    heard.push(row.id)
    return { kind: 'done' }
  }
  // Rows given back for a second come due again when the clock has moved on.
  let now = start.getTime()
  const clock = () => new Date((now += 1))
  dispatching(outbox, send, { clock, nodeId: 'node-a' })
  dispatching(outbox, send, { clock, nodeId: 'node-b' })
  await eventually(() => expect(outbox.all().every((row) => row.state === 'done')).toBe(true))
  expect(heard.toSorted()).toEqual(rows.map((row) => row.id).toSorted())
})

test('stopping waits for what is under way and gives the rest back untouched', async () => {
  const outbox = memoryOutbox(
    Array.from({ length: 5 }, (_, index) => rowOf(`r${index}`, { target: 'one' })),
  )
  const answers: ((sent: Sent) => void)[] = []
  const { dispatcher } = dispatching(
    outbox,
    () => new Promise((resolve) => answers.push(resolve)),
    {
      timing: { drain: 5_000 },
    },
  )
  await eventually(() => expect(answers).toHaveLength(2))
  const stopping = dispatcher.stop()
  await eventually(() => expect(stateOf(outbox, 'r4')).toBe('waiting'))
  for (const answer of answers) answer({ kind: 'done' })
  await stopping
  expect(outbox.all().map((row) => row.state)).toEqual([
    'done',
    'done',
    'waiting',
    'waiting',
    'waiting',
  ])
  expect(outbox.row('r4')).toMatchObject({ attempts: 0, nextAt: start, leaseOwner: undefined })
})

test('stopping gives back what does not end in time', async () => {
  const outbox = memoryOutbox([rowOf('endless')])
  const { dispatcher } = dispatching(outbox, never)
  await eventually(() => expect(stateOf(outbox, 'endless')).toBe('sending'))
  await dispatcher.stop()
  expect(outbox.row('endless')).toMatchObject({ state: 'waiting', attempts: 0 })
})

test('an outbox that fails for a while is asked again', async () => {
  const outbox = memoryOutbox([rowOf('patient')])
  let failures = 3
  const shaky = {
    ...outbox,
    claimDue: (claim: Parameters<Outbox['claimDue']>[0]) =>
      failures-- > 0 ? Promise.reject(new Error('database is gone')) : outbox.claimDue(claim),
  }
  const { log } = dispatching(shaky, answering({ kind: 'done' }), {
    timing: { ...timing, poll: 10 },
  })
  await eventually(() => expect(stateOf(outbox, 'patient')).toBe('done'))
  expect(log.lines.filter((line) => line.message === 'claiming deliveries failed')).toHaveLength(3)
})
