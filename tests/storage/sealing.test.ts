import { readFileSync, rmSync } from 'node:fs'
import { createVault } from '@bantam/storage'
import { openSqlite } from '@bantam/storage/sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrival, at, conversationRecord, landing, newId } from './records.ts'
import { migrationsOf, openSqliteSubject } from './subject.ts'

let subject: Awaited<ReturnType<typeof openSqliteSubject>>
const workspaceId = newId()
const secret = 'we lose a week every month to this'
const person = arrival({
  workspaceId,
  submission: {
    answers: [{ questionId: 'need', title: 'Need', value: secret, display: secret }],
    hidden: { coupon: 'HIDDEN-COUPON' },
    page: { url: 'https://example.com/page-of-the-person' },
    receipt: {
      submissionId: 's',
      ending: { id: 'e', kind: 'message', title: 'Thanks, Wilhelmina' },
    },
  },
  lead: {
    properties: {
      need: { value: secret, submissionId: 's', questionId: 'need', at: at(0).toISOString() },
    },
  },
})

beforeAll(async () => {
  subject = await openSqliteSubject()
  const { intake, conversations, leads } = subject.storage
  await intake.accept([person.request], () => landing([person]))
  await conversations.start(
    conversationRecord({ answers: [{ questionId: 'budget', value: 'BUDGET-OF-A-VISITOR' }] }),
  )
  await leads.act(workspaceId, person.lead.id, {
    action: {
      id: newId(),
      leadId: person.lead.id,
      actorId: 'ada',
      kind: 'note',
      reason: undefined,
      note: 'PRIVATE-REMARK',
      at: at(1),
    },
    doneAt: at(1),
    patch: {},
    events: [],
    outbox: [],
  })
})
afterAll(() => subject.close())

const bytes = () =>
  ['', '-wal'].map((suffix) => readFileSync(`${subject.file}${suffix}`).toString('latin1')).join()

test('no answer, note, ending or hidden field can be found in the bytes of the database', () => {
  const stored = bytes()
  // The search works: what lists show is there to be found.
  expect(stored).toContain(person.lead.email)
  for (const words of [
    secret,
    'HIDDEN-COUPON',
    'page-of-the-person',
    'Wilhelmina',
    'BUDGET-OF-A-VISITOR',
    'PRIVATE-REMARK',
  ])
    expect(stored).not.toContain(words)
})

test('a lead whose key is gone cannot be read by anyone', async () => {
  const gone = arrival({ workspaceId })
  await subject.storage.intake.accept([gone.request], () => landing([gone]))
  await subject.query(`DELETE FROM lead_keys WHERE lead_id = '${gone.lead.id}'`)
  expect(await subject.storage.leads.find(workspaceId, gone.lead.id)).toBeUndefined()
  expect(await subject.storage.submissions.find(workspaceId, gone.submission.id)).toBeUndefined()
  const page = await subject.storage.submissions.page(workspaceId, { limit: 9 })
  expect(page.items.map(({ id }) => id)).toEqual([person.submission.id])
})

test('under another master key nothing is served', async () => {
  const copy = `${subject.file}.copy`
  await subject.query(`VACUUM INTO '${copy}'`)
  const opened = openSqlite({
    file: copy,
    migrations: migrationsOf('sqlite'),
    vault: createVault(new Uint8Array(32).fill(8)),
  })
  await expect(opened).rejects.toMatchObject({ code: 'database-unreadable' })
  rmSync(copy)
})
