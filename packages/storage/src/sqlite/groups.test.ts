import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { apply, type Announcement, type Reader, type Writer } from '../connection.ts'
import { createGroups } from './groups.ts'
import { sqliteTables } from './schema.ts'
import { createWords } from './words.ts'

const { loads } = sqliteTables
let folder: string
let client: Database.Database
let failing: Error | undefined
let fatal: unknown[]
let announced: Announcement[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bantam-groups-'))
  client = new Database(join(folder, 'groups.db'), { timeout: 10 })
  client.pragma('journal_mode = WAL')
  client.exec(
    'CREATE TABLE loads (workspace_id TEXT, user_id TEXT, open INTEGER, PRIMARY KEY (workspace_id, user_id))',
  )
  failing = undefined
  fatal = []
  announced = []
})
afterEach(() => {
  client.close()
  rmSync(folder, { recursive: true })
})

/** A client whose next COMMIT fails as the operating system would make it. */
const fragile = () =>
  new Proxy(client, {
    get(target, name) {
      if (name === 'prepare')
        return (text: string) => {
          const statement = target.prepare(text)
          if (text !== 'COMMIT') return statement
          return {
            run: () => {
              if (failing) throw failing
              return statement.run()
            },
          }
        }
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

const groupsOf = (mostWaiting = 100) =>
  createGroups({
    client: fragile(),
    q: Object.assign(drizzle(client), createWords(client)) as unknown as Reader & Writer,
    announce: (announcement) => announced.push(announcement),
    onFatal: (error) => fatal.push(error),
    mostWaiting,
  })
const add = (userId: string, open = 1) => ({
  write: (q: Writer) => q.insertMany(loads, [{ workspaceId: 'hive', userId, open }]),
})
const stored = () =>
  client
    .prepare<[], { user_id: string }>('SELECT user_id FROM loads ORDER BY user_id')
    .all()
    .map((row) => row.user_id)
const wake = { events: [], hasOutbox: true }

test('groups of one turn share a commit, and a failed one leaves nothing', async () => {
  const groups = groupsOf()
  const outcomes = await Promise.allSettled([
    apply(groups, [add('ada')], wake),
    apply(groups, [add('bob'), add('ada')], wake),
    apply(groups, [add('cyd')]),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(stored()).toEqual(['ada', 'cyd'])
  expect(announced).toEqual([wake])
})

test('a group that fails alone leaves nothing, and the next one lands', async () => {
  const groups = groupsOf()
  await apply(groups, [add('ada')])
  const refused = apply(groups, [add('bob'), add('ada')], wake)
  await expect(refused).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' })
  expect(announced).toEqual([])
  await apply(groups, [add('cyd')])
  expect(stored()).toEqual(['ada', 'cyd'])
  expect(fatal).toEqual([])
})

test('nothing is answered before the commit', async () => {
  const groups = groupsOf()
  failing = Object.assign(new Error('no space'), { code: 'SQLITE_FULL' })
  const order: string[] = []
  const watched = [apply(groups, [add('ada')]), apply(groups, [add('ada')])].map((answer, at) =>
    answer.then(
      () => order.push(`kept ${at}`),
      (error: unknown) => order.push(`${String(error)} ${at}`),
    ),
  )
  await Promise.all(watched)
  expect(order).toEqual(['Error: no space 0', 'Error: no space 1'])
  expect(stored()).toEqual([])
})

test('a full disk refuses and the process goes on', async () => {
  const groups = groupsOf()
  failing = Object.assign(new Error('no space'), { code: 'SQLITE_FULL' })
  await expect(apply(groups, [add('ada')])).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  failing = undefined
  await apply(groups, [add('bob')])
  expect(stored()).toEqual(['bob'])
  expect(fatal).toEqual([])
})

test('after a failed commit everything waiting is refused and the process must end', async () => {
  const groups = groupsOf()
  failing = Object.assign(new Error('fsync failed'), { code: 'SQLITE_IOERR_FSYNC' })
  const answers = await Promise.allSettled([
    apply(groups, [add('ada')], wake),
    apply(groups, [add('bob')]),
  ])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(fatal).toEqual([failing])
  expect(announced).toEqual([])
  failing = undefined
  await expect(apply(groups, [add('cyd')])).rejects.toMatchObject({ code: 'failed' })
  expect(stored()).toEqual([])
})

test('an input/output error in a group is as fatal as one in a commit', async () => {
  const groups = groupsOf()
  const broken = Object.assign(new Error('read failed'), { code: 'SQLITE_IOERR_READ' })
  const answers = await Promise.allSettled([
    apply(groups, [add('ada')]),
    groups.within(() => {
      throw broken
    }),
  ])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(fatal).toEqual([broken])
})

test('more than can wait is refused as overload, and the rest lands', async () => {
  const groups = groupsOf(2)
  const answers = await Promise.allSettled(
    ['ada', 'bob', 'cyd'].map((userId) => apply(groups, [add(userId)])),
  )
  expect(answers[2]).toMatchObject({ reason: { code: 'overloaded', retryAfter: 1 } })
  expect(stored()).toEqual(['ada', 'bob'])
})

test('a group waits while another process holds the file', async () => {
  const groups = groupsOf()
  const other = new Database(join(folder, 'groups.db'))
  other.exec('BEGIN IMMEDIATE')
  const answer = apply(groups, [add('ada')])
  setTimeout(() => other.exec('COMMIT'), 60)
  await answer
  other.close()
  expect(stored()).toEqual(['ada'])
})

test('closing commits what waits and takes no more', async () => {
  const groups = groupsOf()
  const answer = apply(groups, [add('ada')])
  groups.close()
  await answer
  await expect(apply(groups, [add('bob')])).rejects.toMatchObject({ code: 'closed' })
  expect(stored()).toEqual(['ada'])
})
