import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { DatabaseRefused } from '../refusal.ts'
import { bringUpToDate, refusingUnreadable } from './migrate.ts'
import { beginTenure } from './tenure.ts'

/** Short, because waiting blocks the event loop; groups try again by themselves. */
const busyMilliseconds = 250

/**
 * Pages the log may grow by, about 32 MB: a checkpoint writes a page once however often it changed, and the last pages
 * of every index change with each submission.
 */
const checkpointPages = 8000

/** Kibibytes: a batch changes a few hundred pages, at the edges of a score of indexes that the next batch changes again. */
const writerCache = 20_000

interface Opening {
  readonly file: string
  readonly migrations: string
  /** Whether this process is to be the file's one server. */
  readonly isServed?: boolean
}

/** The one writer and a reader of its own, so that plain reads never wait for a commit; `close` ends both. */
export const openFile = ({ file, migrations, isServed = false }: Opening) =>
  refusingUnreadable(file, () => {
    mkdirSync(dirname(file), { recursive: true })
    const tenure = isServed ? beginTenure(file) : undefined
    const opened: Database.Database[] = []
    const close = () => {
      for (const database of opened) database.close()
      tenure?.end()
    }
    try {
      const writer = new Database(file, { timeout: busyMilliseconds })
      opened.push(writer)
      makeDurable(writer, file)
      writer.pragma(`cache_size = -${writerCache}`)
      // What a savepoint would bring back is never needed after a crash, and lies in a file of its own otherwise.
      writer.pragma('temp_store = MEMORY')
      writer.pragma(`wal_autocheckpoint = ${checkpointPages}`)
      bringUpToDate(writer, { file, migrations })
      const reader = new Database(file, { timeout: busyMilliseconds })
      opened.push(reader)
      makeDurable(reader, file)
      reader.pragma('query_only = ON')
      return { writer, reader, close, facts: { journalMode: 'wal', synchronous: 'full' } }
    } catch (error) {
      close()
      throw error
    }
  })

/** One more connection to a file that is open already; it waits for a writer up to five seconds. */
export const openAnother = (file: string): Database.Database => {
  const database = new Database(file, { timeout: 5000 })
  makeDurable(database, file)
  return database
}

/** What must hold on every connection; a WAL file opened again starts at synchronous=NORMAL, which a power cut undoes. */
const durable = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['secure_delete', 1],
] as const

const makeDurable = (database: Database.Database, file: string) => {
  for (const [name, value] of durable) {
    database.pragma(`${name} = ${value}`)
    const actual = database.pragma(name, { simple: true })
    if (actual !== value)
      throw new DatabaseRefused(
        'database-unsafe',
        `${file}: ${name} is ${String(actual)} and must be ${value}. Keep the database on a local disk.`,
      )
  }
}
