import type { Form, ScoringModel } from '@bantam/schema'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishForm } from '../testing/publish.ts'
import { openWorld, type World } from '../testing/world.ts'

const yesNo = (id: string) => ({ id, kind: 'yes-no' as const, title: `${id}?` })

const form: Form = {
  schema: 1,
  title: 'Demo',
  language: 'en',
  hidden: ['plan'],
  questions: [
    { id: 'email', kind: 'email', title: 'Where to?', required: true, property: 'email' },
    { ...yesNo('decides'), property: 'decides' },
    yesNo('team'),
    { id: 'remark', kind: 'long-text', title: 'Anything else?' },
    { id: 'phone', kind: 'phone', title: 'May we call?' },
    { ...yesNo('soon'), required: true },
  ],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you' }],
}

/** Who does not decide never fits. */
const model: ScoringModel = {
  schema: 1,
  name: 'Deciders',
  fit: {
    groups: [
      {
        id: 'decides',
        label: 'Decides',
        criteria: [
          {
            id: 'yes',
            label: 'Decides',
            when: { ref: 'property:decides', op: 'is', value: true },
            points: 60,
          },
          {
            id: 'team',
            label: 'Has a team',
            when: { ref: 'question:team', op: 'is', value: true },
            points: 40,
          },
        ],
      },
    ],
  },
  intent: { groups: [] },
}

let world: World
let workspaceId: string

beforeAll(async () => {
  world = await openWorld()
  workspaceId = (await world.workspace()).id
  const [id, now] = [v7(), new Date()]
  const row = { id, workspaceId, draft: model, revision: 1, updatedAt: now }
  await world.storage.models.create({ ...row, publishedVersion: undefined })
  const by = { revision: 1, rationale: '', now, by: undefined }
  await world.storage.models.publish(workspaceId, id, by)
})
afterAll(() => world.close())

const publish = (draft: Form): Promise<string> => publishForm(world.storage, { workspaceId, draft })

const start = async (formId: string): Promise<string> =>
  (await world.call('POST', `/v1/public/forms/${formId}/conversations`, { body: {} })).json
    .conversationId

const answersOf = (said: Record<string, unknown>) =>
  Object.entries(said).map(([questionId, value]) => ({ questionId, value }))

const save = async (conversationId: string, said: Record<string, unknown>) =>
  (
    await world.call('PUT', `/v1/public/conversations/${conversationId}`, {
      body: { seq: 1, answers: answersOf(said) },
    })
  ).json

test('a partial answer that decides the route names what need not be asked any more', async () => {
  const conversation = await start(await publish(form))
  expect(await save(conversation, { email: 'a@acme.example' })).toEqual({ skip: [] })
  const other = await start(await publish(form))
  const decided = await save(other, { email: 'a@acme.example', decides: false })
  expect(decided).toEqual({ skip: ['team', 'remark'] })
})

test('answers that come with the beginning of a conversation are a partial answer', async () => {
  const formId = await publish(form)
  const said = { email: 'a@acme.example', decides: false }
  const begun = await world.call('POST', `/v1/public/forms/${formId}/conversations`, {
    body: { seq: 7, answers: answersOf(said) },
  })
  const { conversationId } = begun.json
  expect(begun).toMatchObject({ status: 201, json: { skip: ['team', 'remark'] } })
  const stored = () => world.storage.conversations.find(conversationId)
  expect(await stored()).toMatchObject({ seq: 7, answers: answersOf(said) })
  // One that was on its way before.
  await save(conversationId, { email: 'late@acme.example' })
  expect(await stored()).toMatchObject({ seq: 7, answers: answersOf(said) })
})

test('a partial answer hears what its submission would be refused for, nothing of what is missing', async () => {
  const strict: Form = {
    ...form,
    questions: [
      { id: 'c', kind: 'contact', title: 'You?', parts: ['email'], validation: { business: true } },
      { id: 'code', kind: 'short-text', title: 'Code?', validation: { pattern: '[A-Z]{3}' } },
      { ...yesNo('soon'), required: true },
    ],
  }
  const conversation = await start(await publish(strict))
  const said = await save(conversation, { c: { email: 'a@gmx.fr' }, code: 'abc', nothing: 7 })
  expect(said.errors).toMatchObject([
    { path: 'answers.c', code: 'free-mail', part: 'email' },
    { path: 'answers.code', code: 'pattern-mismatch' },
  ])
  const now = await world.call('PUT', `/v1/public/conversations/${conversation}`, {
    body: { seq: 2, answers: answersOf({ c: { email: 'a@acme.example' }, code: 'ABC' }) },
  })
  expect(now.json.errors).toBeUndefined()
})

test('a form may ask on all the same', async () => {
  const conversation = await start(
    await publish({ ...form, profiling: { stopWhenDecided: false } }),
  )
  const saved = await save(conversation, { email: 'a@acme.example', decides: false })
  expect(saved).toEqual({ skip: [] })
})

test('hidden fields that are not known yet keep a form from stopping where they lead', async () => {
  const steered: Form = {
    ...form,
    questions: form.questions.map((question) =>
      question.id === 'team'
        ? { ...question, showIf: { ref: 'hidden:plan', op: 'is-answered' as const } }
        : question,
    ),
  }
  const conversation = await start(await publish(steered))
  const saved = await save(conversation, { email: 'a@acme.example', decides: false })
  expect(saved).toEqual({ skip: [] })
})

test('what was skipped is not missing from the submission, a required answer is', async () => {
  const formId = await publish(form)
  const conversationId = await start(formId)
  const said = { email: 'a@acme.example', decides: false }
  await save(conversationId, said)
  const submit = (answers: Record<string, unknown>) =>
    world.call('POST', `/v1/public/forms/${formId}/submissions`, {
      headers: { 'idempotency-key': v7() },
      body: { version: 1, answers: answersOf(answers), conversationId },
    })
  expect(await submit(said)).toMatchObject({
    status: 422,
    json: { errors: [{ path: 'answers.soon', code: 'required' }] },
  })
  expect((await submit({ ...said, soon: true })).status).toBe(201)
})

test('a typed address that is known here changes nothing of what is skipped', async () => {
  const formId = await publish(form)
  const known = await start(formId)
  const answers = { email: 'known@acme.example', decides: true, team: true, soon: true }
  await world.call('POST', `/v1/public/forms/${formId}/submissions`, {
    headers: { 'idempotency-key': v7() },
    body: { version: 1, answers: answersOf(answers), conversationId: known },
  })
  const skips = await Promise.all(
    ['known@acme.example', 'new@acme.example'].map(async (email) =>
      save(await start(formId), { email, decides: false }),
    ),
  )
  expect(skips[0]).toEqual(skips[1])
})
