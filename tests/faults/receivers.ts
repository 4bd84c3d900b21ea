import { openHookReceiver, type HookReceiver } from '../hook-receiver.ts'
import { openPostOffice, type PostOffice } from '../post-office.ts'
import { directorOf } from './answers.ts'
import { awaited } from './awaited.ts'
import { isLong } from './extent.ts'
import { impatient, type Mutant } from './mutants.ts'
import { createCaller } from './post.ts'
import { ask, setStage, subscribe, type Stage } from './stage.ts'

export interface Delivery {
  readonly id: string
  readonly channel: 'mail' | 'webhook'
  readonly target: string
  readonly state: string
  readonly attempts: number
  readonly nextAt: string
  readonly lastError: string | null
}
export interface Endpoint {
  readonly id: string
  readonly secret: string
  readonly isEnabled: boolean
  readonly disabledBecause: string | null
}

/** Four receivers in trouble: two are down, one fails, one says that it is gone for good. */
export interface Trouble {
  readonly statuses: readonly number[]
  /** Every delivery after its first try. */
  readonly before: readonly Delivery[]
  /** Every delivery when all receivers are well again. */
  readonly after: readonly Delivery[]
  readonly endpoints: { readonly [name in 'down' | 'failing' | 'gone']: Endpoint }
  readonly heard: { readonly [name in 'down' | 'failing' | 'gone']: HookReceiver['received'] }
  readonly letters: PostOffice['letters']
  /** Sends what the gone endpoint missed again, now that it is back; resolves to what it hears. */
  replayGone(): Promise<HookReceiver['received']>
  close(): Promise<void>
}

const submissions = 3
const patience = isLong ? 120_000 : 40_000

/** Submits while the receivers are in trouble, then ends it; `mutant` is the server to find out. */
export const goThroughTrouble = async (mutant?: Mutant): Promise<Trouble> => {
  const [spareMail, failing, gone] = await Promise.all([
    openPostOffice(),
    openHookReceiver(),
    openHookReceiver(),
  ])
  await spareMail.close()
  const patches = [...(isLong ? [] : impatient.patches), ...(mutant?.patches ?? [])]
  const stage = await setStage({
    mutant: { patches },
    settings: { SMTP_URL: spareMail.url },
    allow: [failing.place, gone.place],
    types: ['lead.routed'],
  })
  const downPort = Number(new URL(stage.hooks.url).port)
  await stage.hooks.close()
  failing.answerWith(500)
  gone.answerWith(410)
  const server = await stage.product.serve()
  const ids = {
    down: stage.endpoint,
    failing: await subscribe(stage, failing.url, ['lead.routed']),
    gone: await subscribe(stage, gone.url, ['lead.routed']),
  }

  const statuses = await submitAll(stage)
  const deliveries = async () =>
    (await ask<{ items: Delivery[] }>(stage, '/v1/deliveries?limit=100')).items
  await awaited(async () => (await deliveries()).every(({ attempts }) => attempts > 0), patience)
  const before = await deliveries()

  failing.answerWith(204)
  const down = await openHookReceiver({ port: downPort })
  const postOffice = await openPostOffice(Number(new URL(spareMail.url).port))
  const isSettled = ({ state }: Delivery) => state === 'done' || state === 'dead'
  await awaited(async () => (await deliveries()).every(isSettled), patience)

  const known = await ask<{ items: Endpoint[] }>(stage, '/v1/webhooks')
  const endpointOf = ({ id, secret }: { id: string; secret: string }): Endpoint => {
    const found = known.items.find((one) => one.id === id)
    if (!found) throw new Error(`the endpoint ${id} is not listed`)
    return { ...found, secret }
  }
  return {
    statuses,
    before,
    after: await deliveries(),
    endpoints: {
      down: endpointOf(ids.down),
      failing: endpointOf(ids.failing),
      gone: endpointOf(ids.gone),
    },
    heard: { down: down.received, failing: failing.received, gone: gone.received },
    letters: postOffice.letters,
    async replayGone() {
      gone.answerWith(204)
      await ask(stage, `/v1/webhooks/${ids.gone.id}`, {
        method: 'PATCH',
        body: { isEnabled: true },
      })
      const missed = (await deliveries()).filter(({ target }) => target === ids.gone.id)
      for (const { id } of missed)
        await ask(stage, `/v1/deliveries/${id}/replay`, { method: 'POST' })
      const accepted = () => gone.received.filter(({ status }) => status === 204)
      await awaited(() => accepted().length >= missed.length, patience)
      return accepted()
    },
    async close() {
      await server.stop()
      await Promise.all([down.close(), failing.close(), gone.close(), postOffice.close()])
      await stage.close()
    },
  }
}

const submitAll = async ({ product, demo }: Stage): Promise<number[]> => {
  const caller = createCaller()
  const url = `${product.baseUrl}/v1/public/forms/${demo.forms['demo-request']}/submissions`
  const statuses: number[] = []
  for (let at = 0; at < submissions; at++) {
    const body = JSON.stringify(directorOf(`trouble-${at}@crowd.example`))
    statuses.push((await caller.post(url, { key: `trouble-${at}`, body })).status)
  }
  caller.close()
  return statuses
}
