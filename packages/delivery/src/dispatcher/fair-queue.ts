import type { Channel, OutboxRecord } from '@bantam/storage'

/** At most this many tries run at one target at a time. */
const perTarget = 2
/** Rows that wait here for their turn, of one target and for each slot of a channel; more go back to the outbox. */
const waitingPerTarget = 16
const waitingPerSlot = 8

/**
 * Rows that are under lease here, waiting or running. It is fair so that no bad receiver delays others: two tries at
 * a target, one at a target whose last try failed, failing targets together at most half of all slots, and a quarter
 * of the slots is mail's, so that neither channel can shut the other out.
 */
export const createFairQueue = ({ concurrency }: { concurrency: number }) => {
  const waiting = new Map<string, OutboxRecord>()
  const running = new Map<string, OutboxRecord>()
  const failing = new Set<string>()
  const slots: { readonly [C in Channel]: number } = {
    mail: Math.max(1, Math.floor(concurrency / 4)),
    webhook: Math.max(1, concurrency - Math.floor(concurrency / 4)),
  }

  const mayStart = (row: OutboxRecord): boolean => {
    const others = [...running.values()]
    const isFailing = failing.has(row.target)
    return (
      others.length < concurrency &&
      count(others, (other) => other.channel === row.channel) < slots[row.channel] &&
      count(others, (other) => other.target === row.target) < (isFailing ? 1 : perTarget) &&
      (!isFailing ||
        count(others, (other) => failing.has(other.target)) < Math.max(1, concurrency / 2))
    )
  }
  const roomAt = (target: string): number => (failing.has(target) ? 1 : waitingPerTarget)

  return {
    /** Whether a slot is free at all. */
    hasRoom: (): boolean => running.size < concurrency,
    /** Takes rows in; hands back those that would wait too long behind others. */
    add(rows: readonly OutboxRecord[]): readonly OutboxRecord[] {
      const known = rows.filter((row) => !waiting.has(row.id) && !running.has(row.id))
      return known.filter((row) => {
        const { channel, target } = row
        const isSurplus =
          count(waiting.values(), (other) => other.target === target) >= roomAt(target) ||
          count(waiting.values(), (other) => other.channel === channel) >=
            waitingPerSlot * slots[channel]
        if (!isSurplus) waiting.set(row.id, row)
        return isSurplus
      })
    },
    /** The first row whose turn it is, now running; undefined when every waiting row must wait on. */
    next(): OutboxRecord | undefined {
      for (const row of waiting.values()) {
        if (!mayStart(row)) continue
        waiting.delete(row.id)
        running.set(row.id, row)
        return row
      }
      return undefined
    },
    finish(row: OutboxRecord, outcome: { failed: boolean }): void {
      running.delete(row.id)
      if (outcome.failed) failing.add(row.target)
      else failing.delete(row.target)
    },
    /** Takes out the waiting rows that `isLeaving` picks. */
    remove(isLeaving: (row: OutboxRecord) => boolean): readonly OutboxRecord[] {
      const leaving = [...waiting.values()].filter(isLeaving)
      for (const row of leaving) waiting.delete(row.id)
      return leaving
    },
    /** Targets that have enough rows waiting here. */
    busyTargets(): readonly string[] {
      const targets = new Set([...waiting.values()].map((row) => row.target))
      return [...targets].filter(
        (target) =>
          count(waiting.values(), (row) => row.target === target) >= Math.ceil(roomAt(target) / 2),
      )
    },
    running: (): readonly OutboxRecord[] => [...running.values()],
  }
}

const count = <T>(items: Iterable<T>, isCounted: (item: T) => boolean): number => {
  let counted = 0
  for (const item of items) if (isCounted(item)) counted += 1
  return counted
}
