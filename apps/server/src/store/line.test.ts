import { MessageChannel } from 'node:worker_threads'
import { StorageConflict, StorageUnavailable } from '@bantam/storage'
import { afterEach, expect, test } from 'vitest'
import { createLine, type Ears } from './line.ts'

let close = () => {}
afterEach(() => close())

/** One end that asks; `far` answers at the other. */
const lineTo = (far: Partial<Ears>, near: Partial<Ears> = {}) => {
  const { port1, port2 } = new MessageChannel()
  close = () => port1.close()
  const other = createLine(port2, far)
  return { line: createLine(port1, near), other, port: port1 }
}

test('a call is answered with what the other side gives, dates and absences included', async () => {
  const { line } = lineTo({ answer: async (name, given) => ({ name, given, at: new Date(5) }) })
  expect(await line.call('forms.find', ['w', undefined])).toEqual({
    name: 'forms.find',
    given: ['w', undefined],
    at: new Date(5),
  })
})

test('answers find their askers whatever order they come in', async () => {
  const { line } = lineTo({
    answer: async (_, [ms]) => new Promise((resolve) => setTimeout(resolve, Number(ms), ms)),
  })
  expect(await Promise.all([20, 1, 10].map((ms) => line.call('wait', [ms])))).toEqual([20, 1, 10])
})

test('an error keeps the name, the words and the code that the edge looks at', async () => {
  const refusals = [
    new StorageUnavailable('disk-full', 'the disk is full', new Error('no room')),
    new StorageConflict('stale-revision', 'saved by another meanwhile'),
  ]
  const { line } = lineTo({ answer: async (_, [at]) => Promise.reject(refusals[Number(at)]) })
  await expect(line.call('x', [0])).rejects.toMatchObject({
    name: 'StorageUnavailable',
    code: 'disk-full',
    retryAfter: 30,
    message: 'the disk is full',
    cause: { message: 'no room' },
  })
  await expect(line.call('x', [1])).rejects.toMatchObject({
    name: 'StorageConflict',
    code: 'stale-revision',
  })
})

test('an answer that cannot travel fails its own call and no other', async () => {
  const { line } = lineTo({ answer: async (name) => (name === 'bad' ? () => {} : 'good') })
  const bad = line.call('bad', [])
  const good = line.call('good', [])
  await expect(bad).rejects.toThrow(/could not be cloned/)
  expect(await good).toBe('good')
})

test('an argument that cannot travel fails its own call and no other', async () => {
  const { line } = lineTo({ answer: async (_, given) => given })
  const bad = line.call('bad', [() => {}])
  const good = line.call('good', [1])
  await expect(bad).rejects.toThrow(/could not be cloned/)
  expect(await good).toEqual([1])
})

test('what is told arrives in order with the calls around it', async () => {
  const heard: unknown[] = []
  const { line } = lineTo({
    hear: (topic, value) => void heard.push([topic, value]),
    answer: async (name) => void heard.push(name),
  })
  line.tell('first', 1)
  await line.call('then', [])
  expect(heard).toEqual([['first', 1], 'then'])
})

test('a closed line fails what still waits and what is asked afterwards', async () => {
  const { line } = lineTo({ answer: () => new Promise(() => {}) })
  const waiting = line.call('x', [])
  line.close(new Error('the thread has ended'))
  await expect(waiting).rejects.toThrow('the thread has ended')
  await expect(line.call('y', [])).rejects.toThrow('the thread has ended')
})
