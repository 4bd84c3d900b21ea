import { DrizzleQueryError } from 'drizzle-orm'
import pg from 'pg'
import { StatementRefused, StorageUnavailable } from '../refusal.ts'

/** PostgreSQL's five-character code of a failure, or the system's such as `ECONNREFUSED`; empty for any other error. */
const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}

export const isUniqueViolation = (error: unknown): boolean => codeOf(error) === '23505'

/** Another transaction was in the way: the same group may well succeed now. */
export const isClash = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error))

/** Codes after which the connection, not the statement, is what failed. */
const unreachable = /^(08|57P0|53|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|ENOENT|EAI_AGAIN|EHOSTUNREACH)/
const lostWords = /Connection terminated|timeout exceeded when trying to connect|not queryable/

/** A lost server, a full disk or a refused statement in words of ours; any other error as it is. */
export const worded = (error: unknown): unknown => {
  if (error instanceof DrizzleQueryError) return worded(error.cause)
  if (codeOf(error) === '53100')
    return new StorageUnavailable('disk-full', 'the database server has no space left', error)
  if (error instanceof StorageUnavailable) return error
  const isLost =
    unreachable.test(codeOf(error)) || (error instanceof Error && lostWords.test(error.message))
  if (isLost)
    return new StorageUnavailable('unreachable', 'the database server does not answer', error)
  return error instanceof pg.DatabaseError
    ? new StatementRefused(codeOf(error), error.constraint ?? error.column ?? error.table)
    : error
}
