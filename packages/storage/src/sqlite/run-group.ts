import type { Decision, Group, Reader, Reads, RowsOf, Writer } from '../connection.ts'
import type { Synchronous } from './words.ts'

/** Runs a group back to back on SQLite's one write connection; no other work can come between. */
export const runGroup = <R extends Reads, M extends Reads, T>(
  q: Reader & Writer,
  group: Group<R, M, T>,
): Decision<T> => {
  const rows = readAll(group.read(q))
  const more = group.readNext && readAll(group.readNext(q, rows))
  const decision = group.decide(rows, more as RowsOf<M>)
  for (const { write, orFail } of decision.steps) {
    const { changes } = synchronous(write(q)).run()
    if (changes === 0 && orFail) throw orFail()
  }
  return decision
}

// SQLite's queries are promise-like to the stores and synchronous here: the other half of the kit's cast.
const synchronous = (query: PromiseLike<unknown>) => query as unknown as Synchronous

/** The rows that a write returns. */
export const rowsOf = <T>(query: PromiseLike<T[]>): T[] => synchronous(query).all() as T[]

const readAll = <R extends Reads>(reads: R): RowsOf<R> =>
  Object.fromEntries(
    Object.entries(reads).map(([name, query]) => [name, synchronous(query).all()]),
  ) as RowsOf<R>
