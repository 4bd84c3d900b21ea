import { afterAll, beforeAll, expect, test } from 'vitest'
import { form } from '../testing/records.ts'
import { openWorld, type World } from '../testing/world.ts'

let world: World
let key: string
beforeAll(async () => {
  world = await openWorld()
  key = (await world.workspace()).keys.marketer
})
afterAll(() => world.close())

const [need, email] = form.questions
const create = async (definition: unknown) =>
  (await world.call('POST', '/v1/forms', { key, body: { definition } })).json

test('a draft is diagnosed with its figures', async () => {
  const { id } = await create(form)
  const { status, json } = await world.call('GET', `/v1/forms/${id}/diagnosis`, { key })
  expect(status).toBe(200)
  expect(json).toMatchObject({
    shortest: 2,
    longest: 2,
    coverage: { need: 'always', budget: 'never' },
    paths: [{ ending: null, asksContact: 'always' }],
  })
  expect(json.findings.map(({ severity }: { severity: string }) => severity)).not.toContain('error')
})

test('a finding comes with its repair', async () => {
  const jumps = [{ when: { ref: 'question:need', op: 'is-answered' }, to: 'question:gone' }]
  const { id } = await create({ ...form, questions: [{ ...need, jumps }, email] })
  const { json } = await world.call('GET', `/v1/forms/${id}/diagnosis`, { key })
  expect(json.findings[0]).toMatchObject({
    code: 'unknown-question',
    severity: 'error',
    path: 'questions.0.jumps.0.to',
    fix: { edits: [{ type: 'removeJump', id: 'need', at: 0 }] },
  })
})

test('a form of another workspace is not diagnosed', async () => {
  const { id } = await create(form)
  const { keys } = await world.workspace()
  const { status } = await world.call('GET', `/v1/forms/${id}/diagnosis`, { key: keys.owner })
  expect(status).toBe(404)
})

test('a question that nobody can reach stops a form from being published', async () => {
  const showIf = { all: [{ not: { any: [{ all: [] }] } }] }
  const { id } = await create({ ...form, questions: [need, { ...email, showIf }] })
  const { status, json } = await world.call('POST', `/v1/forms/${id}/publish`, {
    key,
    body: { revision: 1 },
  })
  expect([status, json.code]).toEqual([422, 'invalid-document'])
  expect(json.errors).toMatchObject([{ code: 'unreachable-question', path: 'questions.1.showIf' }])
})
