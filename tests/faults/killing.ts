import { idsOf } from '../hook-receiver.ts'
import type { Server } from '../product.ts'
import { gather, type Crowd, type Sent } from './crowd.ts'
import { pause } from './extent.ts'
import { reckon, type Reckoning } from './reckoning.ts'
import type { Stage } from './stage.ts'

/** What the receiver of an ordeal is subscribed to. */
export const told = ['submission.created', 'lead.routed']

/** What a server went through, and what it kept of it. */
export interface Ordeal {
  readonly kills: number
  /** Milliseconds from each start to "ready". */
  readonly restarts: readonly number[]
  readonly reckoning: Reckoning
}

/** A stage on which the server is killed again and again; `more` goes on from where the last left it. */
export const beginOrdeal = (stage: Stage): { more(kills: number): Promise<Ordeal> } => {
  const { product, demo } = stage
  const restarts: number[] = []
  const sent: Sent[] = []
  let count = 0

  const start = async (): Promise<Server> => {
    const startedAt = performance.now()
    const server = await product.serve()
    restarts.push(performance.now() - startedAt)
    return server
  }

  return {
    async more(kills) {
      let server = await start()
      const crowd = gather(
        { baseUrls: [product.baseUrl], forms: demo.forms },
        { visitors: 24, tries: 500, asksAgain: 0.1, givesUp: 0.05 },
      )
      for (let killed = 0; killed < kills; killed++) {
        // Some are killed while they still warm up, some at work.
        if (killed % 2 === 1) await hasReceived(crowd)
        await pause(60 + Math.random() * 500)
        await server.stop('SIGKILL')
        server = await start()
      }
      await crowd.leave()
      await server.stop('SIGKILL')
      count += kills + 1
      sent.push(...crowd.sent)
      const heard = new Set(idsOf(stage.hooks.received))
      const database = await stage.database()
      const reckoning = await reckon(database, { sent, heard, hooks: told })
      await database.close()
      return { kills: count, restarts, reckoning }
    },
  }
}

/** Resolves with the next "received" that anybody gets. */
const hasReceived = async ({ received }: Crowd): Promise<void> => {
  const before = received()
  while (received() === before) await pause(10)
}
