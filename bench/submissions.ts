import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from '../tests/postgres.ts'
import { createProduct, type Product } from '../tests/product.ts'
import { readSameRows } from './bare-rows.ts'
import { burst, submission, type Burst } from './load.ts'
import { median } from './median.ts'

export interface Submissions {
  readonly database: 'SQLite' | 'PostgreSQL'
  readonly ours: Burst
  readonly bare: Burst
  /** Medians of the rounds' ratios, ours to bare. */
  readonly ratio: number
}

/** Many short ones: a mood of the machine then falls on both servers alike, and one round alone is off by a tenth. */
const rounds = 30
const load = { connections: 64, seconds: 2 }

/** Our whole submission beside a bare server that writes the same rows, in turns, each on a database of its own. */
export const benchSubmissions = async (database: Submissions['database']): Promise<Submissions> => {
  const postgres = database === 'PostgreSQL' ? await startPostgres({ durable: true }) : undefined
  const settings = async () =>
    postgres
      ? {
          DATABASE_URL: await postgres.createDatabase(),
          SECRET_KEY: 'a secret of thirty-two characters!',
        }
      : {}
  const ours = await createProduct(await settings())
  const empty = await createProduct(await settings())
  const demo = await ours.demo()
  await empty.command('migrate')
  const server = await ours.serve()
  const url = `${ours.baseUrl}/v1/public/forms/${demo.forms['demo-request']}/submissions`
  await submitOnce(url)
  const rows = join(empty.folder, 'rows.json')
  writeFileSync(rows, JSON.stringify(await readSameRows(ours.databaseUrl)))
  const bare = await startBare(empty, rows)

  // Both are to be as fast as they get: a just-in-time compiler takes thousands of requests to settle.
  await burst(url, { ...load, seconds: 10 })
  await burst(bare.url, { ...load, seconds: 10 })
  const seen: { ours: Burst; bare: Burst }[] = []
  for (let round = 0; round < rounds; round++)
    seen.push({ bare: await burst(bare.url, load), ours: await burst(url, load) })

  bare.stop()
  await server.stop()
  for (const product of [ours, empty]) product.remove()
  await postgres?.stop()
  return {
    database,
    ours: middle(seen.map((round) => round.ours)),
    bare: middle(seen.map((round) => round.bare)),
    ratio: median(seen.map((round) => round.ours.perSecond / round.bare.perSecond)),
  }
}

const middle = (bursts: readonly Burst[]): Burst => ({
  perSecond: median(bursts.map(({ perSecond }) => perSecond)),
  p50: median(bursts.map(({ p50 }) => p50)),
  p99: median(bursts.map(({ p99 }) => p99)),
  refused: bursts.reduce((sum, { refused }) => sum + refused, 0),
})

const submitOnce = async (url: string): Promise<void> => {
  const { key, body } = submission()
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body,
  })
  if (response.status !== 201)
    throw new Error(`the first submission was refused: ${await response.text()}`)
}

/** On the port beside the product's, where no example website runs. */
const startBare = (product: Product, rows: string): Promise<{ url: string; stop: () => void }> => {
  const port = new URL(product.baseUrl).port
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      join(import.meta.dirname, 'bare-server.ts'),
      port,
      product.databaseUrl,
      rows,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the bare server ended with ${String(code)}`)))
    child.stdout.once('data', () =>
      resolve({ url: `http://127.0.0.1:${port}/`, stop: () => void child.kill() }),
    )
  })
}
