import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createOutbox } from './outbox.ts'
import { createMemoryStorage } from './storage.ts'
import type { Outcome, Submission } from './transport.ts'

const submission: Submission = { version: 1, answers: [{ questionId: 'name', value: 'Ann' }] }
const received: Outcome = {
  kind: 'received',
  receipt: { submissionId: 's', ending: { id: 'e', kind: 'message', title: 'Thank you' } },
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** An outbox whose server gives the outcomes in turn, then receipts. */
const open = (outcomes: Outcome[] = [], storage = createMemoryStorage()) => {
  const life = new AbortController()
  const tries: { key: string; submission: Submission; at: number }[] = []
  const told: string[] = []
  const outbox = createOutbox({
    transport: {
      async submit(given, key) {
        tries.push({ key, submission: given, at: Date.now() })
        return outcomes.shift() ?? received
      },
    },
    storage,
    name: 'form',
    signal: life.signal,
    tell: ({ kind }) => void told.push(kind),
  })
  return { outbox, storage, tries, told, life }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

test('it is written down with its key before it is first sent, and forgotten with the receipt', async () => {
  const { outbox, storage, tries, told } = open()
  outbox.send(submission)
  expect(storage.read(`form#${tries[0]?.key}`)).toEqual({ key: tries[0]?.key, submission })
  await settle()
  expect(told).toEqual(['received'])
  expect(storage.names('form')).toEqual([])
})

test('a second send while one is on its way does nothing', async () => {
  const { outbox, tries } = open()
  outbox.send(submission)
  outbox.send(submission)
  await settle()
  expect(tries).toHaveLength(1)
})

test('it tries again under the same key, ever later, at most a minute and a half apart', async () => {
  const { outbox, tries } = open(Array.from({ length: 10 }, () => ({ kind: 'later' })))
  outbox.send(submission)
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(tries).toHaveLength(11)
  expect(new Set(tries.map(({ key }) => key)).size).toBe(1)
  tries.slice(1).forEach(({ at }, index) => {
    const wait = at - (tries[index]?.at ?? 0)
    const middle = Math.min(60_000, 1000 * 2 ** index)
    expect(wait).toBeGreaterThanOrEqual(middle / 2)
    expect(wait).toBeLessThanOrEqual(middle * 1.5)
  })
})

test('it comes back at once with the network, but not before the server asked it to', async () => {
  const { outbox, tries } = open([{ kind: 'later' }, { kind: 'later', after: 30_000 }])
  outbox.send(submission)
  await settle()
  window.dispatchEvent(new Event('online'))
  await settle()
  expect(tries).toHaveLength(2)
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(29_000)
  expect(tries).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(2000)
  expect(tries).toHaveLength(3)
})

test('what an earlier page left is sent as it was', async () => {
  const earlier = open([{ kind: 'later' }])
  earlier.outbox.send(submission)
  await settle()
  earlier.life.abort()
  const { outbox, tries } = open([], earlier.storage)
  expect(outbox.resume()).toEqual(submission)
  await settle()
  expect(tries).toMatchObject([{ key: earlier.tries[0]?.key, submission }])
})

test('what two tabs could not send stays apart, and goes along with whatever is sent first', async () => {
  const one = open([{ kind: 'later' }])
  const other = open([{ kind: 'later' }], one.storage)
  one.outbox.send(submission)
  other.outbox.send({ ...submission, version: 2 })
  await settle()
  for (const { life } of [one, other]) life.abort()
  expect(one.storage.names('form')).toHaveLength(2)
  const { outbox, tries, told } = open([], one.storage)
  outbox.resume()
  await settle()
  expect(tries.map(({ key }) => key)).toEqual([one.tries[0]?.key, other.tries[0]?.key])
  expect(told).toEqual(['received'])
  expect(one.storage.names('form')).toEqual([])
})

test('of what another tab left, only what is taken is forgotten', async () => {
  const other = open([{ kind: 'later' }])
  other.outbox.send(submission)
  await settle()
  const refused: Outcome = { kind: 'refused', code: 'invalid-answers', errors: [] }
  const { outbox, storage } = open([received, refused], other.storage)
  outbox.send({ ...submission, version: 2 })
  await settle()
  expect(storage.names('form')).toEqual([`form#${other.tries[0]?.key}`])
})

test('the time of day may be set while it waits', async () => {
  const { outbox, tries } = open([{ kind: 'later', after: 30_000 }])
  outbox.send(submission)
  await settle()
  vi.setSystemTime(Date.now() + 10 * 365 * 86_400_000)
  window.dispatchEvent(new Event('online'))
  await settle()
  expect(tries).toHaveLength(1)
  vi.setSystemTime(0)
  await vi.advanceTimersByTimeAsync(31_000)
  expect(tries).toHaveLength(2)
})

test('a page that goes tries once more, but not before the server asked it to', async () => {
  const { outbox, tries } = open([{ kind: 'later' }, { kind: 'later', after: 30_000 }])
  outbox.send(submission)
  await settle()
  for (const expected of [2, 2]) {
    window.dispatchEvent(new Event('pagehide'))
    await settle()
    expect(tries).toHaveLength(expected)
  }
})

test('a conversation that the server no longer knows is left out', async () => {
  const { outbox, tries, told } = open([
    { kind: 'refused', code: 'unknown-conversation', errors: [] },
  ])
  outbox.send({ ...submission, conversationId: 'gone' })
  await settle()
  expect(tries.map((one) => one.submission.conversationId)).toEqual(['gone', undefined])
  expect(told).toEqual(['received'])
})

test('after it is taken away nothing is sent any more', async () => {
  const { outbox, tries, life } = open([{ kind: 'later' }])
  outbox.send(submission)
  await settle()
  life.abort()
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(600_000)
  expect(tries).toHaveLength(1)
})
