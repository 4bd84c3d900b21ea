import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'
import { personas } from './personas.example.ts'
import { templates } from './templates.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const create = (key: string, body: unknown) => world.call('POST', '/v1/forms', { key, body })

test('the list says what each template is for, and one template holds its form and model', async () => {
  const { keys } = await world.workspace()
  const { json } = await world.call('GET', '/v1/templates', { key: keys.marketer })
  expect(json.items).toHaveLength(templates.length)
  const [first] = templates
  expect(json.items[0]).toEqual({
    id: 'demo-request',
    name: 'Demo request',
    description: first?.description,
    group: 'touchpoint',
    letters: ['Budget', 'Authority', 'Need', 'Timeline'],
    questionCount: first?.form.questions.length,
  })
  const one = await world.call('GET', '/v1/templates/demo-request', { key: keys.marketer })
  expect(one.json).toEqual({ ...json.items[0], form: first?.form, model: first?.model })
  const none = await world.call('GET', '/v1/templates/nothing', { key: keys.marketer })
  expect([none.status, none.json.code]).toEqual([404, 'not-found'])
})

test('the first form of a workspace brings the model that its first submission is scored by', async () => {
  const { keys } = await world.workspace()
  const { status, json } = await create(keys.marketer, { template: 'meddic' })
  expect([status, json.draft.title, json.model.isLive]).toEqual([
    201,
    'Plan your project with us',
    true,
  ])
  const published = await world.call('POST', `/v1/forms/${json.id}/publish`, {
    key: keys.marketer,
    body: { revision: 1 },
  })
  expect(published.status).toBe(201)
  const champion = personas.find(({ template }) => template === 'meddic')
  const submitted = await world.call('POST', `/v1/public/forms/${json.id}/submissions`, {
    headers: { 'idempotency-key': v7() },
    body: {
      version: 1,
      answers: templates
        .find(({ id }) => id === 'meddic')
        ?.form.questions.flatMap(({ id }) =>
          champion?.answers[id] === undefined
            ? []
            : [{ questionId: id, value: champion.answers[id] }],
        ),
    },
  })
  expect([submitted.status, submitted.json.ending?.id]).toEqual([201, 'thanks-sales'])
})

test('a model that is live stays, and the template’s waits as a draft, once', async () => {
  const { id: workspaceId, keys } = await world.workspace()
  const first = await create(keys.owner, { template: 'bant' })
  const second = await create(keys.owner, { template: 'champ' })
  const again = await create(keys.owner, { template: 'champ' })
  expect(second.json.model).toEqual({ ...again.json.model, isLive: false })
  expect((await create(keys.owner, { template: 'bant' })).json.model).toEqual(first.json.model)
  const { json } = await world.call('GET', '/v1/models', { key: keys.owner })
  expect(
    json.items.map(({ name, publishedVersion }: { name: string; publishedVersion: unknown }) => [
      name,
      publishedVersion,
    ]),
  ).toEqual([
    ['BANT', 1],
    ['CHAMP', null],
  ])
  expect((await world.storage.models.live(workspaceId))?.document.name).toBe('BANT')
})

test('a form comes from a definition or from a template, not from both or an unknown one', async () => {
  const { keys } = await world.workspace()
  const [first] = templates
  const both = await create(keys.owner, { template: 'bant', definition: first?.form })
  expect([both.status, both.json.errors[0].path]).toEqual([400, 'template'])
  expect((await create(keys.owner, { template: 'nothing' })).status).toBe(404)
  const neither = await create(keys.owner, {})
  expect([neither.status, neither.json.errors[0].path]).toEqual([400, 'definition'])
  const own = await create(keys.owner, { definition: first?.form })
  expect([own.status, own.json.model]).toEqual([201, null])
  expect((await create(keys.rep, { template: 'bant' })).status).toBe(403)
})
