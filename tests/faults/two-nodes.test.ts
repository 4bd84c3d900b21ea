import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { report } from './extent.ts'
import { mutants } from './mutants.ts'
import { runPair, type Pair } from './two-nodes.ts'

let postgres: TestPostgres

beforeAll(async () => {
  postgres = await startPostgres({ durable: true })
})
afterAll(() => postgres.stop())

const tell = (title: string, { streams, ...counted }: Pair) =>
  report(title, { ...counted, missed: streams.map(({ missed }) => missed).join(' and ') })

test('two nodes share one database, and one makes up for the other when it is killed', async () => {
  const pair = await runPair({ postgres: await postgres.createDatabase() })
  tell('two nodes, one killed', pair)
  expect(pair).toMatchObject({
    refused: 0,
    deliveries: 70,
    undelivered: 0,
    unsettled: 0,
    foreign: 0,
  })
  expect(pair.owners).toBe(2)
  expect(pair.interrupted).toBeGreaterThan(0)
  expect(pair.streams).toEqual([
    { missed: 0, repeated: 0 },
    { missed: 0, repeated: 0 },
  ])
})

test('the same run finds out a node that keeps commits to itself', async () => {
  const mutant = mutants['keeps commits to itself']
  const pair = await runPair({ postgres: await postgres.createDatabase(), mutant })
  tell('a node that keeps commits to itself', pair)
  expect(pair.streams.every(({ missed }) => missed > 0)).toBe(true)
})

test('the same run finds out a node that settles before it sends', async () => {
  const mutant = mutants['settles before it sends']
  const pair = await runPair({ postgres: await postgres.createDatabase(), mutant })
  tell('a node that settles before it sends', pair)
  expect(pair.undelivered).toBeGreaterThan(0)
})
