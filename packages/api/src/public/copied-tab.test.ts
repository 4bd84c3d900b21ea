import type { Form } from '@bantam/schema'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishForm } from '../testing/publish.ts'
import { openWorld, type World } from '../testing/world.ts'

const form: Form = {
  schema: 1,
  title: 'Demo',
  language: 'en',
  questions: [
    { id: 'team', kind: 'number', title: 'How many are you?', required: true },
    { id: 'email', kind: 'email', title: 'Where to?', required: true },
  ],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you, {{email}}' }],
}

let world: World
let workspaceId: string
let key: string
let formId: string

beforeAll(async () => {
  world = await openWorld()
  const workspace = await world.workspace()
  workspaceId = workspace.id
  key = workspace.keys.owner
  formId = await publishForm(world.storage, { workspaceId, draft: form })
})
afterAll(() => world.close())

const start = async (): Promise<string> =>
  (await world.call('POST', `/v1/public/forms/${formId}/conversations`, { body: {} })).json
    .conversationId

interface Sending {
  readonly idempotencyKey?: string
  readonly team?: number
  readonly email: string
  readonly conversationId?: string
}

const submit = ({ idempotencyKey = v7(), team = 12, email, ...more }: Sending) =>
  world.call('POST', `/v1/public/forms/${formId}/submissions`, {
    headers: { 'idempotency-key': idempotencyKey, origin: 'https://shop.example' },
    body: {
      version: 1,
      answers: [
        { questionId: 'team', value: team },
        { questionId: 'email', value: email },
      ],
      ...more,
    },
  })

const emailed = async (submissionId: string) =>
  (await world.call('GET', `/v1/submissions/${submissionId}`, { key })).json.answers[1].value

test('a conversation that is submitted again as it was is answered with its receipt, and no more', async () => {
  const conversationId = await start()
  const first = await submit({ email: 'ana@one.example', conversationId })
  const again = await submit({ email: 'ana@one.example', conversationId })
  expect([first.status, again.status]).toEqual([201, 200])
  expect(again.json).toEqual(first.json)
  expect([first, again].map(({ headers }) => headers.get('bantam-answers'))).toEqual([null, null])
})

test.each([{ email: 'bo@two.example' }, { email: 'bo@one.example', team: 3 }])(
  'a copied tab that says %j instead hears, across origins, that the receipt is of other answers',
  async (other) => {
    const conversationId = await start()
    const first = await submit({ email: 'bo@one.example', conversationId })
    const copy = await submit({ ...other, conversationId })
    expect([copy.status, copy.json]).toEqual([200, first.json])
    expect(copy.headers.get('bantam-answers')).toBe('other')
    expect(copy.headers.get('access-control-expose-headers')?.split(',')).toEqual(
      expect.arrayContaining(['Retry-After', 'ETag', 'Bantam-Answers']),
    )
  },
)

test('both tabs of one moment are told apart as well', async () => {
  const conversationId = await start()
  const answers = await Promise.all([
    submit({ email: 'cy@one.example', conversationId }),
    submit({ email: 'cy@two.example', conversationId }),
  ])
  const [first, copy] = answers.toSorted((one, other) => other.status - one.status)
  expect([first?.status, copy?.status]).toEqual([201, 200])
  expect(first?.headers.get('bantam-answers')).toBe(null)
  expect(copy?.headers.get('bantam-answers')).toBe('other')
})

test('what the copy said is kept when it is sent again without the conversation, under the same key', async () => {
  const conversationId = await start()
  const first = await submit({ email: 'di@one.example', conversationId })
  const copy = { idempotencyKey: v7(), email: 'di@two.example' }
  await submit({ ...copy, conversationId })
  const alone = await submit(copy)
  expect([alone.status, alone.headers.get('bantam-answers')]).toEqual([201, null])
  expect(await emailed(alone.json.submissionId)).toBe('di@two.example')
  expect(await emailed(first.json.submissionId)).toBe('di@one.example')
  const repeated = await submit(copy)
  expect([repeated.status, repeated.json]).toEqual([200, alone.json])
  expect(repeated.headers.get('bantam-answers')).toBe(null)
})

test('the document tells of the header', async () => {
  const { paths } = (await world.call('GET', '/openapi.json')).json
  const { responses } = paths['/v1/public/forms/{formId}/submissions'].post
  expect(responses[200].headers['Bantam-Answers']).toMatchObject({
    schema: { enum: ['other'] },
  })
})
