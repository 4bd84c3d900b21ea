import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Pool, PoolClient } from 'pg'
import type {
  Announcement,
  Connection,
  Group,
  Reader,
  Reads,
  RowsOf,
  Step,
  Writer,
} from '../connection.ts'
import { StorageUnavailable } from '../refusal.ts'
import { isClash } from './failure.ts'
import type { createWords } from './words.ts'

/** A group that clashes with another node's this often gives up. */
const mostTries = 4

/**
 * Groups as transactions of READ COMMITTED. What groups contend for is locked first by name until the commit, so what they read
 * afterwards is what the holder before them wrote. Listeners are told by a notification that commits with the rows.
 */
export const createGroups = ({
  pool,
  wordsOn,
  notification,
  mostWaiting,
}: {
  pool: Pool
  wordsOn: ReturnType<typeof createWords>
  /** The statement that tells every node, or nothing to tell. */
  notification: (announcement: Announcement) => string | undefined
  mostWaiting: number
}): Pick<Connection, 'atomically'> => {
  const queries = new WeakMap<PoolClient, Reader & Writer>()
  const queriesOn = (client: PoolClient): Reader & Writer => {
    const known = queries.get(client)
    if (known) return known
    const q = Object.assign(
      drizzle(client),
      wordsOn((query) => client.query(query)),
    )
    queries.set(client, q)
    return q
  }

  const attempt = async <R extends Reads, M extends Reads, T>(
    group: Group<R, M, T>,
  ): Promise<T> => {
    const client = await pool.connect()
    let broken = false
    try {
      const q = queriesOn(client)
      const [, rows] = await allOf([
        client.query(`BEGIN${locking(group.lock)}`),
        readAll(group.read(q)),
      ])
      const more = group.readNext && (await readAll(group.readNext(q, rows)))
      const decision = group.decide(rows, more as RowsOf<M>)
      await writeAll(q, decision.steps)
      const told = decision.announces && notification(decision.announces)
      await client.query(`${told ? `${told}; ` : ''}COMMIT`)
      return decision.value
    } catch (error) {
      // A client that cannot even roll back is no use to the next group.
      await client.query('ROLLBACK').catch(() => {
        broken = true
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    async atomically(group) {
      if (pool.waitingCount >= mostWaiting)
        throw new StorageUnavailable('overloaded', 'too many writes are waiting')
      for (let tried = 1; ; tried++) {
        try {
          return await attempt(group)
        } catch (error) {
          if (!isClash(error) || tried === mostTries) throw error
        }
      }
    },
  }
}

/** Sends every write in one go, in order; all are answered before the commit is asked for. */
const writeAll = async (q: Writer, steps: readonly Step[]): Promise<void> => {
  const results = await allOf(steps.map(({ write }) => write(q)))
  for (const [at, { orFail }] of steps.entries()) {
    const { rowCount } = results[at] as { rowCount: number | null }
    if (rowCount === 0 && orFail) throw orFail()
  }
}

const readAll = async <R extends Reads>(reads: R): Promise<RowsOf<R>> => {
  const names = Object.keys(reads)
  const rows = await allOf(Object.values(reads))
  return Object.fromEntries(names.map((name, at) => [name, rows[at]])) as RowsOf<R>
}

/** Like `Promise.all`, but rejects only when nothing is under way any more: what follows has the client to itself. */
const allOf = async <T extends readonly unknown[]>(
  all: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> => {
  const settled = await Promise.allSettled(all)
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as {
    -readonly [K in keyof T]: Awaited<T[K]>
  }
}

/** Taken in one order by everyone, lest two groups wait for each other. */
const locking = (names: readonly string[] = []) =>
  names.length === 0
    ? ''
    : `; SELECT pg_advisory_xact_lock(name) FROM (SELECT hashtextextended(name, 0) AS name ` +
      `FROM unnest(ARRAY[${names.map(pg.escapeLiteral).join(', ')}]) AS name ORDER BY 1) AS names`
