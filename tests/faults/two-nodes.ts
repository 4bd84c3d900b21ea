import { idsOf } from '../hook-receiver.ts'
import { directorOf } from './answers.ts'
import { awaited } from './awaited.ts'
import type { Database } from './database.ts'
import { isLong } from './extent.ts'
import { openLiveStream } from './live-stream.ts'
import { impatient, type Mutant } from './mutants.ts'
import { createCaller } from './post.ts'
import { setStage } from './stage.ts'

/** What two nodes on one database did, and what was left when one of them was killed. */
export interface Pair {
  readonly refused: number
  /** For each node's stream: events that it missed, and events that it told twice. */
  readonly streams: readonly { readonly missed: number; readonly repeated: number }[]
  /** Nodes that were seen to hold deliveries before the kill. */
  readonly owners: number
  readonly deliveries: number
  readonly undelivered: number
  /** Tries that the kill cut off before they were answered. */
  readonly interrupted: number
  /** Delivered more than once, under the same id. */
  readonly repeated: number
  /** Ids that are no delivery's. */
  readonly foreign: number
  /** Deliveries that never came to be settled. */
  readonly unsettled: number
}

const before = 40
const after = 30
/** Long enough for a lease to lapse and be found. */
const patience = isLong ? 120_000 : 30_000

/** Submits to both nodes, kills one of them amid its deliveries and waits for the other to make up for it. */
export const runPair = async ({
  postgres,
  mutant,
}: {
  postgres: string
  mutant?: Mutant
}): Promise<Pair> => {
  const stage = await setStage({
    postgres,
    mutant: { patches: [...(isLong ? [] : impatient.patches), ...(mutant?.patches ?? [])] },
    types: ['lead.routed'],
    hooks: { delay: 250 },
  })
  const { hooks, demo, product: one } = stage
  const other = await stage.node()
  const servers = await Promise.all([one.serve(), other.serve()])
  const streams = await Promise.all(
    [one, other].map(({ baseUrl }) => openLiveStream(baseUrl, demo)),
  )
  const database = await stage.database()
  const caller = createCaller()

  const submit = async (
    nodes: readonly (typeof one)[],
    { from, count }: { from: number; count: number },
  ): Promise<number> => {
    const statuses = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const at = from + index
        const baseUrl = nodes[at % nodes.length]?.baseUrl ?? ''
        const url = `${baseUrl}/v1/public/forms/${demo.forms['demo-request']}/submissions`
        const body = JSON.stringify(directorOf(`pair-${at}@crowd.example`))
        return (await caller.post(url, { key: `pair-${at}`, body })).status
      }),
    )
    return statuses.filter((status) => status !== 201).length
  }

  let refused = await submit([one, other], { from: 0, count: before })
  const owners = new Set<string>()
  await awaited(async () => {
    for (const owner of await ownersIn(database)) owners.add(owner)
    return owners.size > 1
  }, 10_000)
  await awaited(() => streams.every(({ ids }) => new Set(ids).size >= before), 10_000)
  const told = streams.map(({ emails }) => ({
    missed: before - new Set(emails).size,
    repeated: emails.length - new Set(emails).size,
  }))

  const heardSoFar = hooks.received.length
  // Held still, so that the kill finds the other one amid deliveries, whoever would have been quicker.
  servers[1].process.kill('SIGSTOP')
  refused += await submit([one], { from: before, count: after })
  await awaited(
    () =>
      hooks.received.length > heardSoFar + 4 &&
      hooks.received.some(({ isAnswered }) => !isAnswered),
    10_000,
  )
  await servers[0].stop('SIGKILL')
  servers[1].process.kill('SIGCONT')
  await awaited(async () => (await unsettledIn(database)) === 0, patience)

  const owed = await database.query<{ id: string }>(
    `SELECT id FROM outbox WHERE channel = 'webhook'`,
  )
  const ids = idsOf(hooks.received)
  const heard = new Set(ids)
  const known = new Set(owed.map(({ id }) => id))
  const unsettled = await unsettledIn(database)
  caller.close()
  await servers[1].stop()
  await database.close()
  await stage.close()
  return {
    refused,
    streams: told,
    owners: owners.size,
    deliveries: owed.length,
    undelivered: owed.filter(({ id }) => !heard.has(id)).length,
    interrupted: hooks.received.filter(({ isAnswered }) => !isAnswered).length,
    repeated: ids.length - heard.size,
    foreign: [...heard].filter((id) => !known.has(id)).length,
    unsettled,
  }
}

const ownersIn = async (database: Database): Promise<string[]> => {
  const rows = await database.query<{ owner: string }>(
    `SELECT DISTINCT lease_owner AS owner FROM outbox WHERE state = 'sending' AND channel = 'webhook'`,
  )
  return rows.map(({ owner }) => owner)
}

const unsettledIn = async (database: Database): Promise<number> => {
  const rows = await database.query(
    `SELECT id FROM outbox WHERE channel = 'webhook' AND state <> 'done'`,
  )
  return rows.length
}
