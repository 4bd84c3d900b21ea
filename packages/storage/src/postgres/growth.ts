import type { Pool } from 'pg'
import type { EventRecord } from '../port.ts'

/** Events after which the planner is told for the first time that its tables are no longer empty, and then at each tenfold. */
const firstLook = 200

/**
 * A plan made while a table was empty may settle for an index that reads a whole form, and is kept for as long as nobody
 * counts the rows. The database counts them by itself once a minute, which a busy first minute cannot wait for.
 */
export const watchGrowth = (
  pool: Pick<Pool, 'query'>,
  log: (error: unknown) => void,
): ((events: readonly EventRecord[]) => void) => {
  let seen = 0
  let next = firstLook
  return ({ length }) => {
    seen += length
    if (seen < next) return
    next *= 10
    pool.query('ANALYZE submissions, leads, lead_keys, events, outbox').catch(log)
  }
}
