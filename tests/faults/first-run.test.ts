import { expect, test } from 'vitest'
import { createProduct, type Product } from '../product.ts'
import { openDatabase } from './database.ts'
import { isLong, pause, report } from './extent.ts'

const tables = ['organization', 'member', '"user"', 'account', 'models', 'model_versions']
const further = ['routings', 'forms', 'form_versions', 'leads', 'submissions']

/** How much there is of all that a first run writes. */
const contentsOf = async ({ databaseUrl }: Product) => {
  const database = await openDatabase(databaseUrl)
  const one = async (text: string) => (await database.query<{ n: number | null }>(text))[0]?.n
  const counts: { [table: string]: unknown } = {}
  for (const table of [...tables, ...further])
    counts[table] = await one(`SELECT count(*) AS n FROM ${table}`)
  const taken = await one('SELECT sum(submissions) AS n FROM form_days')
  const isSeen = Number(await one('SELECT sum(views) AS n FROM form_days')) > 0
  await database.close()
  return { counts, taken, isSeen }
}

const post = (product: Product, path: string, body?: object) =>
  fetch(`${product.baseUrl}/v1/${path}`, {
    method: 'POST',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).then(
    ({ status }) => status,
    () => 0,
  )

const setup = async ({ baseUrl }: Product) =>
  (await (await fetch(`${baseUrl}/v1/setup`)).json()) as { isOpen: boolean; hasDemo: boolean }

/** How much longer the server lives after each kill. */
const growth = isLong ? 1.02 : 1.3

/** Kills the server ever later in the deed, until it is done; resolves to how often it was begun only. */
const killDuring = async (
  product: Product,
  { deed, isDone }: { deed: () => Promise<number>; isDone: () => Promise<boolean> },
) => {
  let halves = 0
  let server = await product.serve()
  for (let life = 50; !(await isDone()); life *= growth) {
    const done = deed()
    await pause(life)
    await server.stop('SIGKILL')
    await done
    const { counts } = await contentsOf(product)
    server = await product.serve()
    if (Object.values(counts).some(Boolean) && !(await isDone())) halves++
  }
  return { halves, server }
}

test('the demo is opened whole, however often the server is killed on the way', async () => {
  const [killed, spared] = [await createProduct(), await createProduct()]
  const deed = () => post(killed, 'setup/demo')
  const isDone = async () => (await setup(killed)).hasDemo
  const { halves, server } = await killDuring(killed, { deed, isDone })
  expect([await deed(), await isDone()]).toEqual([201, true])
  await server.stop()

  await spared.demo()
  expect(await contentsOf(killed)).toEqual(await contentsOf(spared))
  expect(halves).toBeGreaterThan(0)
  report('SIGKILL while the demo is made', { halves })
  for (const { remove } of [killed, spared]) remove()
})

test('the first owner gets in, however often the server is killed on the way', async () => {
  const product = await createProduct()
  const credentials = { email: 'o@example.com', password: 'correct horse battery' }
  const deed = () => post(product, 'setup', { ...credentials, workspace: 'Acme', name: 'Olivia' })
  const isDone = async () => !(await setup(product)).isOpen
  const { halves, server } = await killDuring(product, { deed, isDone })
  expect(await post(product, 'session', credentials)).toBe(200)
  await server.stop()
  expect((await contentsOf(product)).counts).toMatchObject({ '"user"': 1, account: 1, member: 1 })
  report('SIGKILL while an installation is set up', { halves })
  product.remove()
})
