/** The store cannot take the work now; nothing of it was kept. The edge answers 503 with `retryAfter` seconds. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'
  readonly code: 'overloaded' | 'disk-full' | 'locked' | 'unreachable' | 'failed' | 'closed'
  readonly retryAfter: number
  constructor(code: StorageUnavailable['code'], message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
    this.retryAfter = code === 'disk-full' ? 30 : 1
  }
}

/** The database must not be served: the message names it and says what to do. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused'
  readonly code: 'database-newer' | 'database-unreadable' | 'database-unsafe' | 'database-in-use'
  constructor(code: DatabaseRefused['code'], message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

/** A cursor that no list of ours made. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor'
  readonly code = 'invalid-cursor'
}

/** The database refused a statement. Says what was refused, never a value: those are people's. */
export class StatementRefused extends Error {
  override readonly name = 'StatementRefused'
  readonly code: string
  constructor(code: string, about: string | undefined) {
    super(`the database refused a statement (${[code, about].filter(Boolean).join(' on ')})`)
    this.code = code
  }
}
