import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection, Queries, Reader, Writer } from './connection.ts'
import { claimDue } from './sqlite/claim-due.ts'
import { openFile } from './sqlite/file.ts'
import { createGroups } from './sqlite/groups.ts'
import { sqliteTables } from './sqlite/schema.ts'
import { createWords } from './sqlite/words.ts'
import { createStores } from './stores.ts'
import { createVault } from './vault.ts'

const folder = mkdtempSync(join(tmpdir(), 'bantam-plans-'))
const { writer, reader } = openFile({
  file: join(folder, 'bantam.db'),
  migrations: join(import.meta.dirname, '../../../migrations/sqlite'),
})
let asked: { text: string; given: unknown[] }[] = []
const logger = { logQuery: (text: string, given: unknown[]) => asked.push({ text, given }) }
const db = drizzle(reader, { logger }) as unknown as Queries
const q = Object.assign(drizzle(writer, { logger }), createWords(writer)) as unknown as Reader &
  Writer
const groups = createGroups({
  client: writer,
  q,
  announce: () => {},
  onFatal: () => {},
  mostWaiting: 9,
})
const connection: Connection = {
  db,
  tables: sqliteTables,
  vault: createVault(new Uint8Array(32)),
  atomically: groups.atomically,
  claimDue: claimDue({ db, q, groups }),
  isUniqueViolation: () => false,
}
const stores = createStores(connection)

beforeAll(() => {
  asked = []
})
afterAll(() => {
  writer.close()
  reader.close()
  rmSync(folder, { recursive: true })
})

const now = new Date(0)
const cursor = (...mark: (string | number)[]) =>
  Buffer.from(JSON.stringify(mark)).toString('base64url')
const newest = { limit: 20, cursor: cursor(5, 'id') }
const ranked = { limit: 20, cursor: cursor(7, 5, 'id'), sort: 'rank' as const }

/** Every query that a page, a public address or a worker makes, by what it is for. */
const queries: { [purpose: string]: () => Promise<unknown> } = {
  'the list of forms': () => stores.forms.page('w', newest),
  'a form by its id alone': () => stores.forms.findPublic('f'),
  'a form by its address': () => stores.forms.findBySlug('s'),
  'a version of a form': () => stores.forms.version('w', 'f', 1),
  'the versions of a form': () => stores.forms.versions('w', 'f'),
  'the sums of a form': () => stores.forms.stats('w', 'f'),
  'the live model': () => stores.models.live('w'),
  'the live routing': () => stores.routing.live('w'),
  'the absences to come': () => stores.routing.absences('w', now),
  'a conversation': () => stores.conversations.find('c'),
  'a known visitor': () => stores.conversations.knowsVisitor('w', 'v', now),
  'the signals of a visitor': () => stores.conversations.signals('w', 'v', now),
  'a lead': () => stores.leads.find('w', 'l'),
  'the newest leads': () => stores.leads.page('w', { ...newest, filter: {}, sort: 'newest' }),
  'the newest open leads': () =>
    stores.leads.page('w', { ...newest, filter: { isOpen: true }, sort: 'newest' }),
  'a search': () => stores.leads.page('w', { ...newest, filter: { search: 'x' }, sort: 'newest' }),
  'the queue': () => stores.leads.page('w', { ...ranked, filter: { isOpen: true } }),
  'the whole queue': () => stores.leads.page('w', { ...ranked, filter: {} }),
  'the queue of one person': () =>
    stores.leads.page('w', { ...ranked, filter: { isOpen: true, ownerId: 'u' } }),
  'the queue that nobody owns': () =>
    stores.leads.page('w', { ...ranked, filter: { isOpen: true, unowned: true } }),
  'the counts of leads': () => stores.leads.counts('w'),
  'the actions on a lead': () => stores.leads.actions('w', 'l'),
  'the newest submissions': () => stores.submissions.page('w', newest),
  'the submissions of a form': () => stores.submissions.page('w', { ...newest, formId: 'f' }),
  'the submissions of a lead': () => stores.submissions.page('w', { ...newest, leadId: 'l' }),
  'the submissions of a visitor': () => stores.submissions.ofVisitor('w', 'v', { limit: 20 }),
  'the uploads of a submission': () => stores.uploads.find('w', ['a', 'b']),
  'the uploads that expired': () => stores.uploads.expire({ before: now, now, limit: 9 }),
  'the events since': () => stores.events.since('w', 'e', 100),
  'the events of a lead': () => stores.events.ofLead('w', 'l'),
  'an event': () => stores.events.find('w', 'e'),
  'the due deliveries': () =>
    stores.outbox.claimDue({ owner: 'o', now, leaseUntil: now, limit: 9 }),
  'the next due delivery': () => stores.outbox.nextDue(),
  'the deliveries': () => stores.outbox.page('w', { limit: 9, cursor: cursor('id') }),
  'the dead deliveries': () => stores.outbox.page('w', { limit: 9, state: 'dead' }),
  'the number of waiting deliveries': () => stores.outbox.pending(),
  'an API key': () => stores.keys.findByHash('h'),
  'the members': () => stores.members.list('w'),
  'the audit': () => stores.audit.page('w', newest),
}

for (const [purpose, run] of Object.entries(queries))
  test(`${purpose} needs no full scan and no sorting`, async () => {
    asked = []
    await run()
    expect(asked.length).toBeGreaterThan(0)
    for (const { text, given } of asked) {
      const plan = writer
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
        .all(...given)
        .map(({ detail }) => detail)
      for (const step of plan) {
        expect(step).not.toMatch(/^SCAN (?!.*USING (COVERING )?INDEX)/)
        // A handful of members may be sorted in memory; nothing that grows with visitors may.
        if (purpose !== 'the members') expect(step).not.toContain('TEMP B-TREE')
      }
    }
  })
