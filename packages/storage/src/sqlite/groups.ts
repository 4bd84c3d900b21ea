import type { Database } from 'better-sqlite3'
import type { Announcement, Connection, Decision, Reader, Writer } from '../connection.ts'
import { StorageUnavailable } from '../refusal.ts'
import { codeOf, isFatal } from './failure.ts'
import { runGroup } from './run-group.ts'

export interface Groups extends Pick<Connection, 'atomically'> {
  /** Runs `write` in a group of its own on the write connection. */
  within<T>(write: () => T): Promise<T>
  /** Commits what waits and takes no more. */
  close(): void
}

interface Waiting {
  /** Runs inside the group's savepoint; returns what to do once the commit is on disk. */
  readonly run: () => Settled
  readonly reject: (error: unknown) => void
}
interface Settled {
  readonly answer: () => void
  readonly announces?: Announcement | undefined
}

/** Groups that wait for longer than this, because another process holds the file, are refused. */
const patience = 5000
const pause = 20

/**
 * Group commit: groups that arrive within one turn of the event loop share a transaction, each in its own savepoint where
 * there are several, and are answered after the one fsync. A failed group leaves nothing and harms no neighbour. After a failed commit nobody can
 * know what the disk holds, so every waiting group rejects and `onFatal` must end the process.
 */
export const createGroups = ({
  client,
  q,
  announce,
  onFatal,
  mostWaiting,
}: {
  client: Database
  q: Reader & Writer
  announce: (announcement: Announcement) => void
  onFatal: (error: unknown) => void
  mostWaiting: number
}): Groups => {
  const begin = client.prepare('BEGIN IMMEDIATE')
  const commit = client.prepare('COMMIT')
  const rollback = client.prepare('ROLLBACK')
  const open = client.prepare('SAVEPOINT one_group')
  const keep = client.prepare('RELEASE one_group')
  const undo = client.prepare('ROLLBACK TO one_group')

  let waiting: Waiting[] = []
  let isScheduled = false
  let refusal: StorageUnavailable | undefined

  const schedule = () => {
    if (isScheduled) return
    isScheduled = true
    setImmediate(flush, Date.now() + patience)
  }

  const enqueue = <T>(run: () => Decision<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (refusal) return reject(refusal)
      if (waiting.length >= mostWaiting)
        return reject(new StorageUnavailable('overloaded', 'too many writes are waiting'))
      waiting.push({
        run: () => {
          const { value, announces } = run()
          return { answer: () => resolve(value), announces }
        },
        reject,
      })
      schedule()
    })

  const flush = (deadline: number) => {
    isScheduled = false
    if (waiting.length === 0) return
    if (!began(deadline)) return
    const batch = waiting
    waiting = []
    try {
      const settled = batch.map(batch.length === 1 ? alone : attempt)
      if (client.inTransaction) commit.run()
      for (const { answer } of settled) answer()
      for (const { announces } of settled) if (announces) announce(announces)
    } catch (error) {
      abandon(batch, error)
    }
  }

  /** False when the file is held elsewhere: tried again without blocking the loop, until the deadline. */
  const began = (deadline: number): boolean => {
    try {
      begin.run()
      return true
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY')) abandon(takeAll(), error)
      else if (Date.now() > deadline)
        rejectAll(
          takeAll(),
          new StorageUnavailable('locked', 'another process holds the database', error),
        )
      else {
        isScheduled = true
        setTimeout(flush, pause, deadline)
      }
      return false
    }
  }

  /**
   * A group without neighbours needs no savepoint, for which SQLite keeps a copy of every page that the group changes:
   * where it fails, the whole transaction goes.
   */
  const alone = (group: Waiting): Settled => {
    try {
      return group.run()
    } catch (error) {
      if (!client.inTransaction || isFatal(error)) throw error
      rollback.run()
      return { answer: () => group.reject(error) }
    }
  }

  /** A failure too is answered after the commit, for it may rest on what a neighbour wrote. */
  const attempt = (group: Waiting): Settled => {
    open.run()
    try {
      const outcome = group.run()
      keep.run()
      return outcome
    } catch (error) {
      // Some failures end the whole transaction, and after an I/O error no savepoint can be trusted.
      if (!client.inTransaction || isFatal(error)) throw error
      undo.run()
      keep.run()
      return { answer: () => group.reject(error) }
    }
  }

  const abandon = (batch: readonly Waiting[], error: unknown) => {
    const isUndone = rolledBack()
    if (codeOf(error) === 'SQLITE_FULL' && isUndone) return rejectAll(batch, error)
    refusal = new StorageUnavailable('failed', 'the database could not write to disk', error)
    rejectAll([...batch, ...takeAll()], refusal)
    onFatal(error)
  }

  const rolledBack = (): boolean => {
    try {
      if (client.inTransaction) rollback.run()
      return true
    } catch {
      return false
    }
  }

  const takeAll = () => {
    const taken = waiting
    waiting = []
    return taken
  }

  return {
    atomically: (group) => enqueue(() => runGroup(q, group)),
    within: (write) => enqueue(() => ({ value: write(), steps: [] })),
    close() {
      flush(0)
      refusal ??= new StorageUnavailable('closed', 'the database is closed')
    },
  }
}

const rejectAll = (groups: readonly Waiting[], error: unknown) => {
  for (const { reject } of groups) reject(error)
}
