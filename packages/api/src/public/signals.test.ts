import type { ScoringModel } from '@bantam/schema'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishForm } from '../testing/publish.ts'
import { openWorld, type World } from '../testing/world.ts'

const model: ScoringModel = {
  schema: 1,
  name: 'Watchers',
  fit: { groups: [] },
  intent: {
    groups: [
      {
        id: 'pages',
        label: 'Pages',
        criteria: [{ id: 'pricing', label: 'Saw pricing', signal: 'pricing-page', points: 20 }],
      },
    ],
  },
  pages: [
    { signal: 'pricing-page', url: '/pricing*' },
    { signal: 'plan-page', url: '/pricing/plans' },
  ],
}

let world: World
let workspaceId: string
let formId: string
let key: string

beforeAll(async () => {
  world = await openWorld()
  const workspace = await world.workspace()
  workspaceId = workspace.id
  key = workspace.keys.owner
  const [id, now] = [v7(), new Date()]
  const row = { id, workspaceId, revision: 1, updatedAt: now, publishedVersion: undefined }
  await world.storage.models.create({ ...row, draft: model })
  const by = { revision: 1, now, by: undefined }
  await world.storage.models.publish(workspaceId, id, { ...by, rationale: '' })
  formId = await publishForm(world.storage, {
    workspaceId,
    draft: {
      schema: 1,
      title: 'Demo',
      language: 'en',
      questions: [{ id: 'email', kind: 'email', title: 'Where to?', property: 'email' }],
      endings: [{ id: 'thanks', kind: 'message', title: 'Thank you' }],
    },
  })
})
afterAll(() => world.close())

const send = (body: object) =>
  world.call('POST', '/v1/public/signals', {
    body: JSON.stringify({ formId, ...body }),
    headers: { 'content-type': 'text/plain;charset=UTF-8' },
  })
const page = (path: string) => ({
  id: v7(),
  name: 'page-view',
  url: `https://acme.example${path}`,
})
const submit = (body: object) =>
  world.call('POST', `/v1/public/forms/${formId}/submissions`, {
    body: { version: 1, ...body },
    headers: { 'idempotency-key': v7() },
  })
const scoreOf = async (submissionId: string) =>
  (await world.call('GET', `/v1/submissions/${submissionId}`, { key })).json.score

test('who comes without a token gets one, and what they looked at counts when they write', async () => {
  const { status, json } = await send({ signals: [page('/pricing')] })
  expect([status, json]).toEqual([202, { visitor: expect.any(String) }])
  const again = await send({ visitor: json.visitor, signals: [page('/pricing/teams')] })
  expect(again.json).toEqual({})
  const answers = [{ questionId: 'email', value: 'ann@acme.example' }]
  const { json: receipt } = await submit({ answers, visitor: json.visitor })
  const { contributions } = await scoreOf(receipt.submissionId)
  expect(contributions).toMatchObject([{ criterion: 'pricing', because: expect.any(String) }])
})

test('a page counts as all that the model calls it, once; others are forgotten', async () => {
  const { json: stranger } = await send({ signals: [page('/about')] })
  expect(stranger).toEqual({})
  const seen = [page('/pricing/plans'), page('/about'), { id: v7(), name: 'video' }]
  const { json } = await send({ signals: seen })
  await send({ visitor: json.visitor, signals: seen })
  const { json: conversation } = await world.call(
    'POST',
    `/v1/public/forms/${formId}/conversations`,
    { body: { visitor: json.visitor } },
  )
  expect(conversation.visitor).toBe(json.visitor)
  const { visitorHash = '' } =
    (await world.storage.conversations.find(conversation.conversationId)) ?? {}
  const kept = await world.storage.conversations.signals(workspaceId, visitorHash, new Date(0))
  expect(kept.map(({ name }) => name).toSorted()).toEqual(['plan-page', 'pricing-page', 'video'])
})

test('a made-up token is answered like a known one, and nothing is kept under it', async () => {
  const { status, json } = await send({ visitor: 'made-up', signals: [page('/pricing')] })
  expect([status, json]).toEqual([202, {}])
  const { json: conversation } = await world.call(
    'POST',
    `/v1/public/forms/${formId}/conversations`,
    { body: { visitor: 'made-up' } },
  )
  expect(conversation.visitor).not.toBe('made-up')
})
