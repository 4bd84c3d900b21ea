import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { report } from './extent.ts'
import { mutants } from './mutants.ts'
import { sound } from './reckoning.ts'
import { stopUnderLoad, type Stop } from './stopping.ts'

/** What is to be said of every server that is told to stop. */
const conductOf = (title: string, { code, took, streams, reckoning }: Stop) => {
  report(title, { 'took (ms)': took, ...reckoning })
  const { acknowledged, stored } = reckoning
  return { code, streams, ...reckoning, isAllAnswered: acknowledged === stored && stored > 0 }
}

const orderly = {
  code: 0,
  streams: ['ended', 'ended'],
  ...sound,
  unanswered: 0,
  isAllAnswered: true,
}

describe('told to stop under load, a server answers what it accepted, ends its streams and goes in time', () => {
  let postgres: TestPostgres

  beforeAll(async () => {
    postgres = await startPostgres({ durable: true })
  })
  afterAll(() => postgres.stop())

  test('on SQLite', async () => {
    expect(conductOf('SIGTERM on SQLite', await stopUnderLoad({}))).toMatchObject(orderly)
  })

  test('on PostgreSQL', async () => {
    const stop = await stopUnderLoad({ postgres: await postgres.createDatabase() })
    expect(conductOf('SIGTERM on PostgreSQL', stop)).toMatchObject(orderly)
  })
})

test('the same signal finds out a server that drops what it accepted', async () => {
  const { streams, reckoning } = await stopUnderLoad({ mutant: mutants['drops what it accepted'] })
  report('a server that drops what it accepted', reckoning)
  expect(streams).toEqual(['torn', 'torn'])
})
