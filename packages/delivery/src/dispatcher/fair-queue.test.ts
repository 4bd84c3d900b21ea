import { expect, test } from 'vitest'
import { rowOf } from '../testing/memory-outbox.ts'
import { createFairQueue } from './fair-queue.ts'

const rowsTo = (target: string, howMany: number) =>
  Array.from({ length: howMany }, (_, index) => rowOf(`${target}-${index}`, { target }))

const startedIn = (queue: ReturnType<typeof createFairQueue>) => {
  const started = []
  for (let row = queue.next(); row; row = queue.next()) started.push(row)
  return started
}

test('two tries run at one target and others pass by', () => {
  const queue = createFairQueue({ concurrency: 16 })
  queue.add([...rowsTo('slow', 10), ...rowsTo('quick', 1)])
  expect(startedIn(queue).map((row) => row.target)).toEqual(['slow', 'slow', 'quick'])
})

test('a target that failed gets one try at a time until it succeeds', () => {
  const queue = createFairQueue({ concurrency: 16 })
  queue.add(rowsTo('bad', 10))
  for (const row of startedIn(queue)) queue.finish(row, { failed: true })
  const single = startedIn(queue)
  expect(single).toHaveLength(1)
  for (const row of single) queue.finish(row, { failed: false })
  expect(startedIn(queue)).toHaveLength(2)
})

test('failing targets together hold at most half of the slots', () => {
  const queue = createFairQueue({ concurrency: 4 })
  for (const target of ['bad-1', 'bad-2', 'bad-3', 'bad-4']) {
    const row = rowOf(target, { target })
    queue.add([row])
    queue.next()
    queue.finish(row, { failed: true })
  }
  queue.add([
    ...rowsTo('bad-1', 1),
    ...rowsTo('bad-2', 1),
    ...rowsTo('bad-3', 1),
    ...rowsTo('good', 1),
  ])
  expect(startedIn(queue).map((row) => row.target)).toEqual(['bad-1', 'bad-2', 'good'])
})

test('a mail server that hangs leaves three quarters of the slots to webhooks, and the other way round', () => {
  const mails = Array.from({ length: 20 }, (_, index) => rowOf(`m${index}`, { channel: 'mail' }))
  const hooks = Array.from({ length: 20 }, (_, index) => rowOf(`w${index}`))
  const channels = (rows: readonly { channel: string }[]) => rows.map((row) => row.channel)
  const mailFirst = createFairQueue({ concurrency: 16 })
  mailFirst.add([...mails, ...hooks])
  expect(channels(startedIn(mailFirst)).filter((channel) => channel === 'mail')).toHaveLength(4)
  const hooksFirst = createFairQueue({ concurrency: 16 })
  hooksFirst.add([...hooks, ...mails])
  expect(channels(startedIn(hooksFirst)).filter((channel) => channel === 'mail')).toHaveLength(4)
})

test('rows that would wait long behind their own target are handed back, and the target is named busy', () => {
  const queue = createFairQueue({ concurrency: 16 })
  expect(queue.add(rowsTo('crowded', 40))).toHaveLength(24)
  expect(queue.busyTargets()).toEqual(['crowded'])
})

test('one channel cannot fill the queue, however many targets it has', () => {
  const queue = createFairQueue({ concurrency: 16 })
  const hooks = Array.from({ length: 200 }, (_, index) => rowOf(`w${index}`))
  expect(queue.add(hooks)).toHaveLength(200 - 96)
  expect(queue.add([rowOf('m', { channel: 'mail' })])).toEqual([])
})

test('a row that is already here is neither taken twice nor handed back', () => {
  const queue = createFairQueue({ concurrency: 16 })
  const rows = rowsTo('once', 2)
  queue.add(rows)
  queue.next()
  expect(queue.add(rows)).toEqual([])
  expect(startedIn(queue)).toHaveLength(1)
})
