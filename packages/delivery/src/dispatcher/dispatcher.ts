import type { OutboxRecord, OutboxStore } from '@bantam/storage'
import type { Channels, Log, Sent } from '../sent.ts'
import { waitAfter } from './back-off.ts'
import { createBell } from './bell.ts'
import { createFairQueue } from './fair-queue.ts'
import { within } from './within.ts'

export interface Dispatcher {
  /** Looks for due rows at once; call it after each commit that left some. */
  wake(): void
  /** Waits for tries under way, at most 10 s, and gives all other rows back. Claims nothing from then on. */
  stop(): Promise<void>
}

export interface DispatcherDeps {
  readonly outbox: Pick<OutboxStore, 'claimDue' | 'settle' | 'nextDue'>
  readonly channels: Channels
  readonly clock: () => Date
  /** Unique among running processes: it owns the leases. */
  readonly nodeId: string
  readonly log: Log
  /** In [0, 1); spreads the tries. */
  readonly chance?: () => number
  /** Tries under way at a time. */
  readonly concurrency?: number
  readonly timing?: Partial<Timing>
}

/** Milliseconds. */
export interface Timing {
  /** How long a claimed row is ours; after a crash another node takes it when this has passed. */
  readonly lease: number
  /** Most that one try may take; a try must end within the lease. */
  readonly tryLimit: number
  /** Longest sleep: rows of other nodes and lapsed leases are found within it. */
  readonly poll: number
  /** How long `stop` waits for tries under way. */
  readonly drain: number
}

/**
 * Delivers what the outbox holds, at least once: a row is settled after its try, never before, and only while this
 * node still holds it. Nothing it meets is thrown; trouble is logged and tried again.
 */
export const createDispatcher = (deps: DispatcherDeps): Dispatcher => {
  const { outbox, clock, nodeId: owner, log } = deps
  const timing: Timing = {
    lease: 30_000,
    tryLimit: 20_000,
    poll: 5_000,
    drain: 10_000,
    ...deps.timing,
  }
  const concurrency = deps.concurrency ?? 16
  const chance = deps.chance ?? Math.random
  const queue = createFairQueue({ concurrency })
  const bell = createBell()
  const tries = new Set<Promise<unknown>>()
  let isStopping = false

  const run = async (): Promise<void> => {
    while (!isStopping) {
      await giveBack(queue.remove((row) => leaseLeft(row) < timing.tryLimit))
      const claimed = await claim()
      if (claimed === undefined) await bell.wait(timing.poll)
      else if (claimed.surplus > claimed.kept) await rest(timing.poll / 50)
      else if (claimed.kept === 0) await bell.wait(await pause())
    }
  }

  /** How many rows were claimed, to keep or to give back at once; undefined when the outbox did not answer. */
  const claim = async (): Promise<{ kept: number; surplus: number } | undefined> => {
    if (!queue.hasRoom()) return { kept: 0, surplus: 0 }
    const now = clock()
    const leaseUntil = new Date(now.getTime() + timing.lease)
    const request = { owner, now, leaseUntil, limit: concurrency, except: queue.busyTargets() }
    const rows = await attempt('claiming deliveries failed', () => outbox.claimDue(request))
    if (rows === undefined) return undefined
    const surplus = queue.add(rows)
    startAll()
    await giveBack(surplus)
    return { kept: rows.length - surplus.length, surplus: surplus.length }
  }

  const startAll = (): void => {
    if (isStopping) return
    for (let row = queue.next(); row !== undefined; row = queue.next()) {
      const oneTry = attempt('a delivery failed', () => deliver(row)).finally(() => {
        tries.delete(oneTry)
        startAll()
        bell.ring()
      })
      tries.add(oneTry)
    }
  }

  const deliver = async (row: OutboxRecord): Promise<void> => {
    const sent = await trySending(row)
    queue.finish(row, { failed: sent.kind === 'retry' })
    const settlement = settlementOf(row, { sent, now: clock(), chance: chance() })
    const isSettled = await attempt('settling a delivery failed', () =>
      outbox.settle(owner, settlement),
    )
    if (isSettled === false) log.warn(named(row), 'a delivery was taken over before it was settled')
    if (isSettled && settlement.state === 'dead') {
      log.warn({ ...named(row), reason: settlement.lastError }, 'delivery given up')
    }
  }

  const trySending = async (row: OutboxRecord): Promise<Sent> => {
    const send = deps.channels[row.channel]
    if (!send) return { kind: 'retry', reason: `this server has no ${row.channel} channel` }
    try {
      return await within(send(row), { ms: timing.tryLimit, late: tookTooLong })
    } catch (error) {
      log.error({ ...named(row), err: error }, 'a channel failed')
      return { kind: 'retry', reason: 'an unexpected failure on our side' }
    }
  }

  const giveBack = async (rows: readonly OutboxRecord[]): Promise<void> => {
    const now = clock()
    // A second's delay keeps a crowded target's rows from being claimed again at once.
    const nextAt = new Date(now.getTime() + (isStopping ? 0 : 1000))
    const returned = rows.map((row) => ({
      id: row.id,
      state: 'waiting' as const,
      attempts: row.attempts,
      nextAt,
      lastError: row.lastError,
      now,
    }))
    await Promise.all(
      returned.map((row) =>
        attempt('giving a delivery back failed', () => outbox.settle(owner, row)),
      ),
    )
  }

  const pause = async (): Promise<number> => {
    if (!queue.hasRoom()) return timing.poll
    const due = await attempt('asking for the next delivery failed', () => outbox.nextDue())
    if (due === undefined) return timing.poll
    const wait = due.getTime() - clock().getTime()
    // Due yet not claimed: its target is busy or another node was quicker.
    return Math.min(wait <= 0 ? timing.poll / 50 : wait, timing.poll)
  }

  const attempt = async <T>(words: string, action: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await action()
    } catch (error) {
      log.error({ err: error }, words)
      return undefined
    }
  }

  const leaseLeft = (row: OutboxRecord): number =>
    (row.leaseUntil?.getTime() ?? 0) - clock().getTime()

  const running = run()
  return {
    wake: () => bell.ring(),
    async stop() {
      isStopping = true
      bell.ring()
      await running
      await giveBack(queue.remove(() => true))
      await within(Promise.all(tries), { ms: timing.drain, late: undefined })
      await giveBack(queue.running())
    },
  }
}

const settlementOf = (
  row: OutboxRecord,
  { sent, now, chance }: { sent: Sent; now: Date; chance: number },
): Parameters<OutboxStore['settle']>[1] => {
  const settled = { id: row.id, attempts: row.attempts + 1, nextAt: now, lastError: undefined, now }
  if (sent.kind === 'done') return { ...settled, state: 'done' }
  if (sent.kind === 'held')
    return { ...settled, state: 'held', attempts: row.attempts, lastError: sent.reason }
  if (sent.kind === 'dead') return { ...settled, state: 'dead', lastError: sent.reason }
  const wait = waitAfter(row.channel, { tries: settled.attempts, after: sent.after, chance })
  return wait === undefined
    ? {
        ...settled,
        state: 'dead',
        lastError: `given up after ${settled.attempts} tries: ${sent.reason}`,
      }
    : {
        ...settled,
        state: 'waiting',
        nextAt: new Date(now.getTime() + wait),
        lastError: sent.reason,
      }
}

/** Nothing cuts this short: what crowds the outbox is not asked for again before it is over. */
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const tookTooLong: Sent = { kind: 'retry', reason: 'the try took too long' }

const named = ({ id, channel, kind, target }: OutboxRecord) => ({ id, channel, kind, target })
