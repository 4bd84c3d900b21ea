import type { Form, ScoringModel } from '@bantam/schema'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishForm } from '../testing/publish.ts'
import { openWorld, type World } from '../testing/world.ts'

const role = {
  id: 'role',
  kind: 'single-choice' as const,
  title: 'What do you do?',
  property: 'role',
  choices: [
    { id: 'r-director', label: 'Directing things' },
    { id: 'r-student', label: 'Studying things' },
  ],
}
const email = {
  id: 'email',
  kind: 'email' as const,
  title: 'Where to?',
  required: true,
  property: 'email',
}

const guide: Form = {
  schema: 1,
  title: 'Guide',
  language: 'en',
  questions: [email, { ...role, id: 'position' }],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you' }],
}

const demo: Form = {
  schema: 1,
  title: 'Demo',
  language: 'en',
  questions: [
    { ...role, required: true, jumps: [{ when: isRole('r-student'), to: 'question:email' }] },
    { id: 'team', kind: 'number', title: 'How many are you?', required: true, property: 'team' },
    email,
  ],
  endings: [
    { id: 'thanks', kind: 'message', title: 'Thank you, {{role|friend}}' },
    { id: 'call', kind: 'message', title: 'We call, {{role|friend}}', for: 'sales' },
  ],
}

function isRole(value: string) {
  return { ref: 'question:role', op: 'is' as const, value }
}

const model: ScoringModel = {
  schema: 1,
  name: 'Directors of teams',
  fit: {
    groups: [
      {
        id: 'role',
        label: 'Role',
        criteria: [
          {
            id: 'director',
            label: 'Director',
            when: { ref: 'property:role', op: 'is', value: 'r-director' },
            points: 60,
          },
        ],
      },
    ],
  },
  intent: {
    groups: [
      {
        id: 'team',
        label: 'Team',
        criteria: [
          {
            id: 'team',
            label: 'Has a team',
            when: { ref: 'property:team', op: 'at-least', value: 5 },
            points: 60,
          },
        ],
      },
    ],
  },
}

let world: World
let workspaceId: string
let key: string
let guideId: string
let demoId: string

beforeAll(async () => {
  world = await openWorld()
  const workspace = await world.workspace()
  workspaceId = workspace.id
  key = workspace.keys.owner
  guideId = await publish(guide)
  demoId = await publish(demo)
  const now = new Date()
  const id = v7()
  await world.storage.models.create({
    id,
    workspaceId,
    draft: model,
    revision: 1,
    publishedVersion: undefined,
    updatedAt: now,
  })
  await world.storage.models.publish(workspaceId, id, {
    revision: 1,
    rationale: '',
    now,
    by: undefined,
  })
})
afterAll(() => world.close())

const publish = (draft: Form): Promise<string> => publishForm(world.storage, { workspaceId, draft })

const start = async (formId: string, visitor?: string) =>
  (
    await world.call('POST', `/v1/public/forms/${formId}/conversations`, {
      body: { ...(visitor !== undefined && { visitor }) },
    })
  ).json

const submit = (
  formId: string,
  {
    answers,
    ...more
  }: { answers: Record<string, unknown>; conversationId?: string; version?: number },
) =>
  world.call('POST', `/v1/public/forms/${formId}/submissions`, {
    headers: { 'idempotency-key': v7() },
    body: {
      version: 1,
      answers: Object.entries(answers).map(([questionId, value]) => ({ questionId, value })),
      ...more,
    },
  })

/** Somebody who has told the guide's form an address and a role; resolves to the token. */
const reader = async ({ address = `${v7()}@acme.example`, says = 'r-director' } = {}) => {
  const { conversationId, visitor } = await start(guideId)
  const answers = { email: address, position: says }
  expect((await submit(guideId, { answers, conversationId })).status).toBe(201)
  return { visitor: String(visitor), address }
}

const kept = async (submissionId: string) =>
  (await world.call('GET', `/v1/submissions/${submissionId}`, { key })).json

test('a visitor is not asked again what another form has heard', async () => {
  const { visitor } = await reader()
  const again = await start(demoId, visitor)
  expect(again.visitor).toBe(visitor)
  const { questions } = again.definition as Form
  expect(questions.map(({ id }) => id)).toEqual(['team', 'email'])
  expect(JSON.stringify(again)).not.toMatch(/director|Directing|student/i)
})

test('a decided branch is taken', async () => {
  const { visitor } = await reader({ says: 'r-student' })
  const { definition } = await start(demoId, visitor)
  expect((definition as Form).questions.map(({ id }) => id)).toEqual(['role', 'email'])
})

test('what a conversation of one version knew excuses nothing in another', async () => {
  const formId = await publish(demo)
  const { visitor, address } = await reader()
  const { conversationId } = await start(formId, visitor)
  const now = new Date()
  const draft = { ...demo, title: 'Demo, second version' }
  await world.storage.forms.saveDraft(workspaceId, formId, { draft, revision: 1, now })
  await world.storage.forms.publish(workspaceId, formId, { revision: 2, now, by: undefined })
  const answers = { team: 12, email: address }
  const { status, json } = await submit(formId, { answers, conversationId, version: 2 })
  expect([status, json.errors]).toMatchObject([422, [{ path: 'answers.role', code: 'required' }]])
  expect((await submit(formId, { answers, conversationId })).status).toBe(201)
})

test('a newcomer is given the published form, and a token', async () => {
  const started = await start(demoId)
  expect(started).toEqual({
    conversationId: expect.stringMatching(/^[\w-]{22}$/),
    visitor: expect.stringMatching(/^[\w-]{43}$/),
    version: 1,
    skip: [],
  })
})

test('the score counts what was said then and now, and the submission tells which is which', async () => {
  const { visitor, address } = await reader()
  const { conversationId } = await start(demoId, visitor)
  const answers = { team: 12, email: address }
  const { status, json } = await submit(demoId, { answers, conversationId })
  expect([status, json.ending]).toEqual([
    201,
    { id: 'call', kind: 'message', title: 'We call, friend' },
  ])
  const submission = await kept(json.submissionId)
  expect(submission.score).toMatchObject({ fit: 100, intent: 60, lane: 'sales' })
  expect(submission.answers).toMatchObject([
    { questionId: 'role', value: 'r-director', knownSince: expect.stringMatching(/Z$/) },
    { questionId: 'team', value: 12 },
    { questionId: 'email', value: address },
  ])
  expect(submission.answers[1]).not.toHaveProperty('knownSince')
})

test('without the conversation nothing is known', async () => {
  const { visitor, address } = await reader()
  await start(demoId, visitor)
  const answers = { team: 12, email: address }
  const { status, json } = await submit(demoId, { answers })
  expect([status, json.errors[0].path]).toEqual([422, 'answers.role'])
})

test('an answer to what was known is accepted and comes first', async () => {
  const { visitor, address } = await reader()
  const { conversationId } = await start(demoId, visitor)
  const answers = { role: 'r-student', email: address }
  const { json } = await submit(demoId, { answers, conversationId })
  const submission = await kept(json.submissionId)
  expect(submission.answers[0]).toMatchObject({ questionId: 'role', value: 'r-student' })
  expect(submission.answers[0]).not.toHaveProperty('knownSince')
})

test('another address makes another lead, which inherits nothing', async () => {
  const { visitor, address } = await reader()
  const { conversationId } = await start(demoId, visitor)
  const other = `${v7()}@acme.example`
  const { status, json } = await submit(demoId, {
    answers: { team: 12, email: other },
    conversationId,
  })
  // The path is the visitor's own, whoever it counts for.
  expect([status, json.ending.id]).toEqual([201, 'call'])
  const submission = await kept(json.submissionId)
  expect(submission.answers.map((one: { questionId: string }) => one.questionId)).toEqual([
    'team',
    'email',
  ])
  expect(submission.score).toMatchObject({ fit: 0 })
  const leads = await world.call('GET', '/v1/leads?limit=100', { key })
  const emails = leads.json.items.map((lead: { email: string }) => lead.email)
  expect(emails).toEqual(expect.arrayContaining([address, other]))
  // The ledger starts anew with the one who came last: the role was said by somebody else.
  const { definition } = await start(demoId, visitor)
  expect((definition as Form).questions.map(({ id }) => id)).toEqual(['role', 'email'])
})

test('what was known is frozen at the start', async () => {
  const { visitor, address } = await reader()
  const { conversationId } = await start(demoId, visitor)
  const meanwhile = await start(guideId, visitor)
  await submit(guideId, {
    answers: { email: address, position: 'r-student' },
    conversationId: meanwhile.conversationId,
  })
  const { json } = await submit(demoId, { answers: { team: 12, email: address }, conversationId })
  const submission = await kept(json.submissionId)
  expect(submission.answers[0]).toMatchObject({ questionId: 'role', value: 'r-director' })
})

test('what is repeated stays as old as it was', async () => {
  const { visitor, address } = await reader()
  const once = await start(demoId, visitor)
  const { json } = await submit(demoId, {
    answers: { team: 12, email: address },
    conversationId: once.conversationId,
  })
  const first = (await kept(json.submissionId)).answers[0].knownSince
  expect(first).toBeDefined()
  const twice = await start(demoId, visitor)
  const again = await submit(demoId, {
    answers: { email: address },
    conversationId: twice.conversationId,
  })
  expect((await kept(again.json.submissionId)).answers[0].knownSince).toBe(first)
})

test('a required question that was not known cannot be left out', async () => {
  const { visitor, address } = await reader()
  const { conversationId } = await start(demoId, visitor)
  const { status, json } = await submit(demoId, { answers: { email: address }, conversationId })
  expect([status, json.errors[0].path]).toEqual([422, 'answers.team'])
})

test('optional questions beyond the budget are skipped, and taken when answered all the same', async () => {
  const formId = await publish({
    ...guide,
    touchpoint: 'newsletter',
    questions: [
      { id: 'one', kind: 'yes-no', title: 'One?' },
      { id: 'two', kind: 'yes-no', title: 'Two?' },
    ],
  })
  const { skip, conversationId } = await start(formId)
  expect(skip).toEqual(['two'])
  const { json } = await submit(formId, { answers: { one: true, two: true }, conversationId })
  expect((await kept(json.submissionId)).answers).toHaveLength(2)
})
