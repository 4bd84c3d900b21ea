import { idsOf } from '../hook-receiver.ts'
import { openPostOffice } from '../post-office.ts'
import { awaited } from './awaited.ts'
import { gather } from './crowd.ts'
import { pause } from './extent.ts'
import { openLiveStream } from './live-stream.ts'
import type { Mutant } from './mutants.ts'
import { reckon, type Reckoning } from './reckoning.ts'
import { setStage } from './stage.ts'

/** How a server that was told to stop went. */
export interface Stop {
  /** "late" when it had to be killed. */
  readonly code: number | 'late' | null
  /** Milliseconds from the signal to the end. */
  readonly took: number
  readonly streams: readonly string[]
  readonly reckoning: Reckoning
}

const deadline = 10_000
const types = ['lead.routed']

/** Sends SIGTERM while visitors submit, inboxes listen, mails and webhooks are under way. */
export const stopUnderLoad = async ({
  postgres,
  mutant,
}: {
  postgres?: string
  mutant?: Mutant
}): Promise<Stop> => {
  const postOffice = await openPostOffice()
  const stage = await setStage({
    postgres,
    mutant,
    types,
    settings: { SMTP_URL: postOffice.url },
    hooks: { delay: 200, keepsIdsOnly: true },
  })
  const { product, demo, hooks } = stage
  const server = await product.serve()
  const streams = await Promise.all([1, 2].map(() => openLiveStream(product.baseUrl, demo)))
  const crowd = gather(
    { baseUrls: [product.baseUrl], forms: demo.forms },
    { visitors: 24, tries: 1 },
  )
  const isBusy = () =>
    crowd.sent.length > 100 && postOffice.letters.length > 0 && hooks.received.length > 0
  await awaited(isBusy, 60_000)

  const askedAt = performance.now()
  const code = await Promise.race([
    server.stop('SIGTERM'),
    pause(deadline).then(() => 'late' as const),
  ])
  const took = Math.round(performance.now() - askedAt)
  if (code === 'late') await server.stop('SIGKILL')
  await crowd.leave()
  await awaited(() => streams.every(({ state }) => state() !== 'open'), deadline)

  const heard = new Set(idsOf(hooks.received))
  const database = await stage.database()
  const reckoning = await reckon(database, { sent: crowd.sent, heard, hooks: types })
  await database.close()
  await postOffice.close()
  await stage.close()
  return { code, took, streams: streams.map(({ state }) => state()), reckoning }
}
