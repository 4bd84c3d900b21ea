import { openHookReceiver, type HookReceiver } from '../hook-receiver.ts'
import { createProduct, type DemoWorkspace, type Product } from '../product.ts'
import { copyBundle } from './bundle.ts'
import { openDatabase, type Database } from './database.ts'
import type { Mutant } from './mutants.ts'

/** A product of its own with the demo in it, and one receiver of its webhooks. */
export interface Stage {
  readonly product: Product
  readonly demo: DemoWorkspace
  readonly hooks: HookReceiver
  /** What the receiver is subscribed by. */
  readonly endpoint: { readonly id: string; readonly secret: string }
  /** One more product on the same database, on a port of its own. */
  node(settings?: { readonly [name: string]: string }): Promise<Product>
  database(): Promise<Database>
  close(): Promise<void>
}

interface Setting {
  /** Address of an empty PostgreSQL database; a file of its own without. */
  readonly postgres?: string | undefined
  /** How the server differs from the one that is built. */
  readonly mutant?: Mutant | undefined
  readonly settings?: { readonly [name: string]: string }
  /** Further receivers on this machine. */
  readonly allow?: readonly string[]
  readonly hooks?: Parameters<typeof openHookReceiver>[0]
  /** What the receiver is subscribed to before anything else happens. */
  readonly types: readonly string[]
}

/** Sets everything up; no server runs yet. */
export const setStage = async ({
  postgres,
  mutant,
  settings: more,
  hooks: manner,
  allow = [],
  types,
}: Setting): Promise<Stage> => {
  const whole = copyBundle()
  const hooks = await openHookReceiver(manner)
  const settings = {
    OUTBOUND_ALLOW: [hooks.place, ...allow].join(','),
    ...(postgres !== undefined && {
      DATABASE_URL: postgres,
      SECRET_KEY: 'a secret of thirty-two characters!',
    }),
    ...more,
  }
  const first = await createProduct(settings, { bundle: whole.path })
  const demo = await first.demo()
  const endpoint = await subscribeFirst(first, { demo, url: hooks.url, types })
  const database = () => openDatabase(first.databaseUrl)
  if (mutant?.statement !== undefined) {
    const opened = await database()
    await opened.query(mutant.statement)
    await opened.close()
  }
  const changed = mutant && copyBundle(mutant.patches)
  const nodes: Product[] = [first]
  const node = async (others = {}) => {
    const place = { DATABASE_URL: first.databaseUrl, ...others }
    const made = await createProduct({ ...settings, ...place }, { bundle: (changed ?? whole).path })
    nodes.push(made)
    return made
  }
  return {
    product: await node(),
    demo,
    hooks,
    endpoint,
    node,
    database,
    async close() {
      await hooks.close()
      for (const { remove } of nodes) remove()
      whole.remove()
      changed?.remove()
    },
  }
}

/** Asks the management API with the demo's key; the answer's JSON, or an error that quotes it. */
export const ask = async <T>(
  { product: { baseUrl }, demo: { apiKey } }: Pick<Stage, 'product' | 'demo'>,
  path: string,
  {
    method = 'GET',
    body,
    headers = {},
  }: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<T> => {
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return JSON.parse(text) as T
}

/** Adds an endpoint; resolves to its id and its secret. */
export const subscribe = (
  stage: Pick<Stage, 'product' | 'demo'>,
  url: string,
  types: readonly string[],
): Promise<{ id: string; secret: string }> =>
  ask(stage, '/v1/webhooks', { method: 'POST', body: { url, types } })

const subscribeFirst = async (
  product: Product,
  { demo, url, types }: { demo: DemoWorkspace; url: string; types: readonly string[] },
) => {
  const server = await product.serve()
  const endpoint = await subscribe({ product, demo }, url, types)
  await server.stop()
  return endpoint
}
