import Database from 'better-sqlite3'
import { DrizzleQueryError } from 'drizzle-orm'
import { StatementRefused, StorageUnavailable } from '../refusal.ts'

/** SQLite's extended code of a failure such as `SQLITE_BUSY`, looked for in its causes too; empty for any other error. */
export const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_'))
    return error.code
  return codeOf(error.cause)
}

/** After these nothing that the file or the disk says can be trusted. */
export const isFatal = (error: unknown): boolean =>
  ['SQLITE_IOERR', 'SQLITE_CORRUPT', 'SQLITE_NOTADB'].some((code) => codeOf(error).startsWith(code))

export const isUniqueViolation = (error: unknown): boolean =>
  ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(codeOf(error))

/** A full disk or a refused statement in words of ours; any other error as it is. */
export const worded = (error: unknown): unknown => {
  if (error instanceof DrizzleQueryError) return worded(error.cause)
  if (!(error instanceof Database.SqliteError)) return error
  if (codeOf(error) === 'SQLITE_FULL')
    return new StorageUnavailable('disk-full', 'the disk is full', error)
  return new StatementRefused(codeOf(error), /failed: ([\w., ]+)$/.exec(error.message)?.[1])
}
