import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishForm } from '../testing/publish.ts'
import { openWorld, type World } from '../testing/world.ts'

let world: World
let formId: string
let key: string

beforeAll(async () => {
  world = await openWorld()
  const { id: workspaceId, keys } = await world.workspace()
  key = keys.owner
  formId = await publishForm(world.storage, {
    workspaceId,
    draft: {
      schema: 1,
      title: 'Demo',
      language: 'en',
      questions: [
        { id: 'email', kind: 'email', title: 'Where to?', property: 'email', required: true },
        { id: 'name', kind: 'short-text', title: 'Who?' },
      ],
      endings: [{ id: 'thanks', kind: 'message', title: 'Thank you, {{name}}' }],
    },
  })
})
afterAll(() => world.close())

const submit = (body: object, idempotencyKey = v7()) =>
  world.call('POST', `/v1/public/forms/${formId}/submissions`, {
    body: { version: 1, ...body },
    headers: { 'idempotency-key': idempotencyKey },
  })
const answers = [
  { questionId: 'email', value: 'ann@acme.example' },
  { questionId: 'name', value: 'Ann' },
]
const kept = async () => {
  const lists = ['/v1/leads', '/v1/submissions', '/v1/deliveries'].map((path) =>
    world.call('GET', path, { key }),
  )
  return (await Promise.all(lists)).map(({ json }) => json.items.length)
}

test('a submission in the sandbox hears its ending, and nothing of it is kept or told', async () => {
  const { status, json } = await submit({ answers, sandbox: true })
  expect([status, json.ending]).toMatchObject([200, { id: 'thanks', title: 'Thank you, Ann' }])
  expect(json.submissionId).toMatch(/^sandbox-/)
  expect(await kept()).toEqual([0, 0, 0])
})

test('its answers are checked like any others', async () => {
  const { status, json } = await submit({ answers: [], sandbox: true })
  expect([status, json.errors[0].path]).toEqual([422, 'answers.email'])
})

test('the same key answers the same, and is free for a real submission', async () => {
  const idempotencyKey = v7()
  const first = await submit({ answers, sandbox: true }, idempotencyKey)
  const second = await submit({ answers, sandbox: true }, idempotencyKey)
  expect(second.text).toBe(first.text)
  const real = await submit({ answers }, idempotencyKey)
  expect(real.status).toBe(201)
  expect((await kept()).slice(0, 2)).toEqual([1, 1])
})
