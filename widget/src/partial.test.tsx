import type { GivenAnswer } from '@bantam/schema'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPartial } from './partial.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const answer = (value: string) => [{ questionId: 'name', value }]

/** Partial saves before a server that `isUp` or not. */
const open = (kept: unknown = {}) => {
  const life = new AbortController()
  const server = { isUp: true, starts: 0, saves: [] as { seq: unknown; value: unknown }[] }
  const skipped: (readonly [skip: unknown, given: unknown])[] = []
  const hear = ({ seq, answers }: { seq?: number; answers?: readonly GivenAnswer[] }) => {
    if (!server.isUp) throw new TypeError('away')
    server.saves.push({ seq, value: answers?.[0]?.value })
  }
  const partial = createPartial({
    transport: {
      async start(opening) {
        hear(opening)
        server.starts++
        return { conversationId: 'c', skip: ['begun'] }
      },
      async save(_, progress) {
        hear(progress)
        return { skip: ['saved'] }
      },
      submit: () => new Promise(() => {}),
    },
    opening: {},
    kept,
    signal: life.signal,
    onStarted() {},
    onHeard: ({ skip }, given) => skipped.push([skip, given]),
  })
  return { partial, server, life, skipped }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

test('answers that follow each other are saved once, under the newest number', async () => {
  const { partial, server } = open()
  partial.note(answer('A'))
  partial.note(answer('Ann'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(server).toMatchObject({ starts: 1, saves: [{ seq: 2, value: 'Ann' }] })
})

test('after a reload the numbers go on where they were', async () => {
  const { partial, server } = open({ conversationId: 'c', seq: 7 })
  partial.note(answer('Ann'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(server).toMatchObject({ starts: 0, saves: [{ seq: 8 }] })
})

test('a page that goes waits for nothing', async () => {
  const { partial, server } = open({ conversationId: 'c', seq: 0 })
  partial.note(answer('Ann'))
  window.dispatchEvent(new Event('pagehide'))
  await settle()
  expect(server.saves).toEqual([{ seq: 1, value: 'Ann' }])
  window.dispatchEvent(new Event('pageshow'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.saves).toHaveLength(1)
})

test('a page that is put in the background may never come back, so it saves at once', async () => {
  const { partial, server } = open({ conversationId: 'c', seq: 0 })
  partial.note(answer('Ann'))
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  await settle()
  expect(server.saves).toEqual([{ seq: 1, value: 'Ann' }])
})

test('what could not be saved goes along with the next answer, in one save', async () => {
  const { partial, server } = open({ conversationId: 'c', seq: 0 })
  server.isUp = false
  partial.note(answer('A'))
  await vi.advanceTimersByTimeAsync(1000)
  server.isUp = true
  partial.note(answer('Ann'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.saves).toEqual([{ seq: 2, value: 'Ann' }])
})

test('a conversation is begun once, however often it is answered before it stands', async () => {
  const { partial, server } = open()
  expect(partial.kept).toEqual({})
  partial.note(answer('A'))
  partial.note(answer('Ann'))
  window.dispatchEvent(new Event('online'))
  await settle()
  expect(server.starts).toBe(1)
  expect(partial.kept).toEqual({ conversationId: 'c', seq: 2 })
})

test('the first answers go along with the request that begins the conversation', async () => {
  const { partial, server, skipped } = open()
  partial.note(answer('Ann'))
  window.dispatchEvent(new Event('pagehide'))
  await settle()
  expect(server).toMatchObject({ starts: 1, saves: [{ seq: 1, value: 'Ann' }] })
  expect(skipped).toEqual([[['begun'], answer('Ann')]])
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.saves).toHaveLength(1)
})

test('what is answered while a conversation is being begun is saved as soon as it stands', async () => {
  const { partial, server, skipped } = open()
  partial.note(answer('A'))
  window.dispatchEvent(new Event('visibilitychange'))
  partial.note(answer('Ann'))
  await settle()
  expect(server).toMatchObject({
    starts: 1,
    saves: [
      { seq: 1, value: 'A' },
      { seq: 2, value: 'Ann' },
    ],
  })
  expect(skipped.at(-1)).toEqual([['saved'], answer('Ann')])
})

test('a conversation is begun once the next question has had its frame', async () => {
  const { partial, server } = open()
  partial.note(answer('Ann'))
  await vi.advanceTimersByTimeAsync(100)
  expect(server.starts).toBe(0)
  await vi.advanceTimersByTimeAsync(200)
  expect(server.starts).toBe(1)
})

test('what is kept of another shape begins anew', async () => {
  for (const kept of [null, 7, { conversationId: 7, seq: 'x' }]) {
    const { partial, server } = open(kept)
    partial.note(answer('Ann'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(server).toMatchObject({ starts: 1, saves: [{ seq: 1 }] })
  }
})

test('what could not be saved is saved when the network returns, and the conversation begun then', async () => {
  const { partial, server } = open()
  server.isUp = false
  partial.note(answer('Ann'))
  await vi.advanceTimersByTimeAsync(1000)
  server.isUp = true
  window.dispatchEvent(new Event('online'))
  await settle()
  expect(server).toMatchObject({ starts: 1, saves: [{ seq: 1, value: 'Ann' }] })
})

test('once the answers are sent nothing is saved any more', async () => {
  const { partial, server } = open({ conversationId: 'c', seq: 0 })
  partial.note(answer('Ann'))
  partial.stop()
  window.dispatchEvent(new Event('pagehide'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.saves).toEqual([])
})

test('a form that is taken away saves what it has, once', async () => {
  const { partial, server, life } = open({ conversationId: 'c', seq: 0 })
  partial.note(answer('Ann'))
  life.abort()
  window.dispatchEvent(new Event('pagehide'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(server.saves).toEqual([{ seq: 1, value: 'Ann' }])
})
