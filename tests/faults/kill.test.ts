import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres, type TestPostgres } from '../postgres.ts'
import { isLong, quantile, report } from './extent.ts'
import { beginOrdeal, told, type Ordeal } from './killing.ts'
import { mutants } from './mutants.ts'
import { sound } from './reckoning.ts'
import { setStage, type Stage } from './stage.ts'

const hours = 3_600_000
const scene = { types: told, hooks: { delay: 50, keepsIdsOnly: true } }

const tell = (title: string, { kills, restarts, reckoning }: Ordeal) => {
  const [half, most] = [quantile(restarts, 0.5), quantile(restarts, 1)].map(Math.round)
  report(title, { kills, ...reckoning, 'restart p50 (ms)': half, 'restart max (ms)': most })
}

describe('every "received" is kept once, whole, through kills under load', () => {
  let postgres: TestPostgres
  let stage: Stage | undefined

  beforeAll(async () => {
    postgres = await startPostgres({ durable: true })
  })
  afterAll(() => postgres.stop())

  test('on SQLite', { timeout: 3 * hours }, async () => {
    stage = await setStage(scene)
    const ordeal = await beginOrdeal(stage).more(isLong ? 1000 : 40)
    const database = await stage.database()
    const [integrity] = await database.query('PRAGMA integrity_check')
    const { facts } = database
    await database.close()
    await stage.close()

    tell('SIGKILL on SQLite', ordeal)
    expect(ordeal.reckoning).toMatchObject(sound)
    expect(ordeal.reckoning.acknowledged).toBeGreaterThan(ordeal.kills)
    expect(integrity).toEqual({ integrity_check: 'ok' })
    expect(facts).toMatchObject({ journalMode: 'wal', synchronous: 'full' })
  })

  test('on PostgreSQL', { timeout: hours }, async () => {
    stage = await setStage({ ...scene, postgres: await postgres.createDatabase() })
    const ordeal = await beginOrdeal(stage).more(isLong ? 100 : 10)
    await stage.close()

    tell('SIGKILL on PostgreSQL', ordeal)
    expect(ordeal.reckoning).toMatchObject(sound)
    expect(ordeal.reckoning.acknowledged).toBeGreaterThan(ordeal.kills)
  })
})

/** Kills until the server is found out; a mutant gets the more kills the luckier it is. */
const firstFault = async (name: keyof typeof mutants) => {
  const stage = await setStage({ ...scene, mutant: mutants[name] })
  const ordeal = beginOrdeal(stage)
  let { kills, reckoning } = await ordeal.more(2)
  while (kills < 30 && isSound(reckoning)) ({ kills, reckoning } = await ordeal.more(2))
  await stage.close()
  report(`a server that ${name}`, { kills, ...reckoning })
  return reckoning
}

const isSound = ({ lost, duplicated, partial, unsent, refused }: Ordeal['reckoning']) =>
  lost + duplicated + partial + unsent + refused === 0

describe('the same kills find out', () => {
  test.for([
    ['answers before the commit', 'lost'],
    ['owes in a second transaction', 'partial'],
    ['remembers keys in memory', 'duplicated'],
    ['settles before it sends', 'unsent'],
  ] as const)('a server that %s', async ([name, fault]) => {
    expect((await firstFault(name))[fault]).toBeGreaterThan(0)
  })
})
