import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Form, ScoringModel } from '@bantam/schema'
import { createVault, type Storage } from '@bantam/storage'
import { openSqlite } from '@bantam/storage/sqlite'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDirectory, type Directory } from './directory.ts'
import { createIntake, type Intake } from './intake.ts'
import { prepare, type Prepared, type Sent } from './prepared.ts'
import { publishForm } from '../testing/publish.ts'

const form: Form = {
  schema: 1,
  title: 'Ask',
  language: 'en',
  questions: [
    { id: 'email', kind: 'email', title: 'Email?', required: true, property: 'email' },
    {
      id: 'plan',
      kind: 'yes-no',
      title: 'A plan?',
      required: true,
      property: 'plan',
      bant: 'timeline',
    },
    { id: 'team', kind: 'short-text', title: 'Team?', property: 'team' },
  ],
  endings: [
    { id: 'call', kind: 'message', title: 'We call, {{email}}', for: 'sales' },
    { id: 'thanks', kind: 'message', title: 'Thanks' },
  ],
}
const model: ScoringModel = {
  schema: 1,
  name: 'Plan',
  fit: {
    groups: [
      {
        id: 'team',
        label: 'Team',
        criteria: [
          {
            id: 'team',
            label: 'Has a team',
            when: { ref: 'property:team', op: 'is-answered' },
            points: 10,
          },
        ],
      },
    ],
  },
  intent: {
    groups: [
      {
        id: 'plan',
        label: 'Plan',
        criteria: [
          {
            id: 'plan',
            label: 'Has a plan',
            when: { ref: 'question:plan', op: 'is', value: true },
            points: 60,
          },
        ],
      },
    ],
  },
}

let folder: string
let storage: Storage
let directory: Directory
let intake: Intake
const workspaceId = v7()
const formId = v7()
const now = new Date('2026-03-02T10:00:00Z')

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bantam-intake-'))
  const opened = await openSqlite({
    file: join(folder, 'bantam.db'),
    migrations: join(import.meta.dirname, '../../../../migrations/sqlite'),
    vault: createVault(new Uint8Array(32)),
  })
  storage = opened.storage
  await storage.workspaces.create({
    id: workspaceId,
    name: 'Test',
    slug: 'test',
    isDemo: false,
    createdAt: now,
  })
  await publishForm(storage, { workspaceId, draft: form, id: formId, slug: 'ask' })
  const modelId = v7()
  await storage.models.create({
    id: modelId,
    workspaceId,
    draft: model,
    revision: 1,
    publishedVersion: undefined,
    updatedAt: now,
  })
  await storage.models.publish(workspaceId, modelId, {
    revision: 1,
    rationale: '',
    now,
    by: undefined,
  })
  directory = createDirectory(storage, Date.now)
  intake = createIntake(storage, { clock: () => now, newId: v7, hasMailServer: true })
})
afterEach(async () => {
  await storage.close()
  rmSync(folder, { recursive: true, force: true })
})

const prepared = async (
  answers: Sent['answers'],
  key = v7(),
  fingerprint = 'same',
): Promise<Prepared> => {
  const published = await directory.form(formId)
  const version = published && (await directory.version(published, 1))
  if (!version) throw new Error('the form is not published')
  const definitions = await directory.definitions(workspaceId)
  const preparation = prepare(
    { version: 1, answers },
    {
      form: version,
      definitions,
      key,
      fingerprint,
      visitorHash: undefined,
      signals: [],
      now: new Date(),
    },
  )
  if (preparation.kind === 'refused') throw new Error(JSON.stringify(preparation.errors))
  return preparation.submission
}
const keen = (email: string) => [
  { questionId: 'email', value: email },
  { questionId: 'plan', value: true },
  { questionId: 'team', value: 'Sales' },
]
const leads = () => storage.leads.page(workspaceId, { limit: 100, filter: {}, sort: 'newest' })

test('one submission leaves a scored lead, its event and its deliveries', async () => {
  const outcome = await intake.submit(await prepared(keen('ana@one.example')))
  expect(outcome).toMatchObject({
    kind: 'accepted',
    lane: 'sales',
    receipt: { ending: { id: 'call', title: 'We call, ana@one.example' } },
  })
  const { items } = await leads()
  expect(items).toMatchObject([
    { email: 'ana@one.example', lane: 'sales', stage: 'mql', score: { fit: 100, intent: 60 } },
  ])
  const events = await storage.events.ofLead(workspaceId, items[0]?.id ?? '')
  expect(events.map(({ type }) => type)).toEqual(['lead.routed'])
  const { items: deliveries } = await storage.outbox.page(workspaceId, { limit: 10 })
  expect(deliveries.map(({ kind }) => kind)).toEqual(['acknowledgement'])
})

test('the same key and body is answered with the first receipt, also within one batch', async () => {
  const outcomes = await Promise.all([
    intake.submit(await prepared(keen('bo@one.example'), 'key')),
    intake.submit(await prepared(keen('bo@one.example'), 'key')),
  ])
  const again = await intake.submit(await prepared(keen('bo@one.example'), 'key'))
  expect([...outcomes, again].map(({ kind }) => kind)).toEqual(['accepted', 'repeated', 'repeated'])
  expect((await storage.submissions.page(workspaceId, { limit: 10 })).items).toHaveLength(1)
})

test('the same key with another body is a mismatch and stores nothing', async () => {
  await intake.submit(await prepared(keen('cy@one.example'), 'key', 'one'))
  expect(await intake.submit(await prepared(keen('di@one.example'), 'key', 'other'))).toEqual({
    kind: 'mismatch',
  })
  expect((await leads()).items).toHaveLength(1)
})

test('two submissions of one person in one batch make one lead with two submissions', async () => {
  await Promise.all([
    intake.submit(await prepared(keen('eve@one.example'))),
    intake.submit(await prepared(keen('eve@one.example'))),
  ])
  expect((await leads()).items).toMatchObject([{ email: 'eve@one.example', submissions: 2 }])
})

test('what a lead was known for counts for its lane but never for what the visitor is shown', async () => {
  await intake.submit(await prepared(keen('fay@one.example')))
  const outcome = await intake.submit(await prepared(keen('fay@one.example').slice(0, 2)))
  expect(outcome).toMatchObject({
    kind: 'accepted',
    lane: 'sales',
    receipt: { ending: { id: 'thanks' } },
  })
})

test('an address is acknowledged at most once a day', async () => {
  await intake.submit(await prepared(keen('gus@one.example')))
  await intake.submit(await prepared(keen('gus@one.example')))
  const { items } = await storage.outbox.page(workspaceId, { limit: 10 })
  expect(items.filter(({ kind }) => kind === 'acknowledgement')).toHaveLength(1)
})
