import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFile } from './file.ts'

const migrations = join(import.meta.dirname, '../../../../migrations/sqlite')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bantam-file-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = (name = 'bantam.db') => openFile({ file: join(folder, name), migrations })
const closed = ({ close }: ReturnType<typeof openFile>) => close()

test('every connection is durable, also when the file is opened again', () => {
  closed(open())
  const again = open()
  for (const connection of [again.writer, again.reader]) {
    expect(connection.pragma('synchronous', { simple: true })).toBe(2)
    expect(connection.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(connection.pragma('secure_delete', { simple: true })).toBe(1)
  }
  closed(again)
})

test('the reader cannot write', () => {
  const opened = open()
  expect(() => opened.reader.exec('DELETE FROM leads')).toThrow()
  closed(opened)
})

test('a folder that is missing is made', () => {
  closed(open('a/b/bantam.db'))
  expect(existsSync(join(folder, 'a/b/bantam.db'))).toBe(true)
})

test('a file that a newer Bantam wrote is refused and stays as it is', () => {
  closed(open())
  const file = new Database(join(folder, 'bantam.db'))
  file.exec(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('from the future', 1)`)
  file.close()
  expect(() => open()).toThrow(expect.objectContaining({ code: 'database-newer' }))
})

test('a file that is no database is refused by name', () => {
  writeFileSync(join(folder, 'bantam.db'), 'not a database at all'.repeat(100))
  expect(() => open()).toThrow(
    expect.objectContaining({
      code: 'database-unreadable',
      message: expect.stringContaining('bantam.db'),
    }),
  )
})

test('a damaged database is refused', () => {
  closed(open())
  const file = join(folder, 'bantam.db')
  const reader = new Database(file)
  reader.pragma('wal_checkpoint(TRUNCATE)')
  reader.close()
  writeFileSync(file, Buffer.alloc(4000, 'x'), { flag: 'r+' })
  expect(() => open()).toThrow(expect.objectContaining({ code: 'database-unreadable' }))
})

test('a database of another program is refused', () => {
  const other = new Database(join(folder, 'other.db'))
  other.exec('CREATE TABLE songs (title TEXT)')
  other.close()
  expect(() => open('other.db')).toThrow(expect.objectContaining({ code: 'database-unreadable' }))
})

test('a path that cannot be opened is refused by name', () => {
  writeFileSync(join(folder, 'plain'), '')
  expect(() => open('plain/bantam.db')).toThrow(
    expect.objectContaining({ code: 'database-unreadable' }),
  )
})

test('a file has one server at a time, and commands beside it', () => {
  const serve = () => openFile({ file: join(folder, 'bantam.db'), migrations, isServed: true })
  const first = serve()
  expect(serve).toThrow(expect.objectContaining({ code: 'database-in-use' }))
  closed(open())
  closed(first)
  closed(serve())
})
