import { afterAll, beforeAll, expect, test } from 'vitest'
import { form } from '../testing/records.ts'
import { openWorld, type World } from '../testing/world.ts'

let world: World
let keys: Awaited<ReturnType<World['workspace']>>['keys']
beforeAll(async () => {
  world = await openWorld()
  keys = (await world.workspace()).keys
})
afterAll(() => world.close())

const survey = {
  title: 'A survey',
  showProgressBar: 'top',
  elements: [
    { type: 'radiogroup', name: 'size', choices: ['small', 'large'], isRequired: true },
    { type: 'text', name: 'why', visibleIf: "{size} = 'large'" },
  ],
}
const send = (body: unknown, key = keys.marketer) =>
  world.call('POST', '/v1/forms/import', {
    key,
    body,
    headers: { 'transfer-encoding': 'chunked' },
  })
const stored = async () => (await world.call('GET', '/v1/forms', { key: keys.owner })).json.items

test('a definition comes back as a form with the fate of each element, and nothing is stored', async () => {
  const { status, json } = await send({ from: 'surveyjs', document: survey })
  expect(status).toBe(200)
  expect(json.form.questions.map(({ id }: { id: string }) => id)).toEqual(['size', 'why'])
  expect(json.report.dropped).toEqual([
    expect.objectContaining({ path: '/showProgressBar', why: expect.stringMatching(/./) }),
  ])
  expect(json.created).toBeUndefined()
  expect(await stored()).toEqual([])
})

test('whose definition it is is found out when it is not said', async () => {
  const { status, json } = await send({ document: survey })
  expect([status, json.from]).toEqual([200, 'surveyjs'])
})

test('saved, it is a draft like any other', async () => {
  const { status, json } = await send({ from: 'surveyjs', document: survey, save: true })
  expect(status).toBe(201)
  expect(json.created).toMatchObject({ revision: 1, publishedVersion: null, draft: json.form })
  expect((await stored()).map(({ title }: { title: string }) => title)).toEqual(['A survey'])
})

test('an exported form is a download that comes back as the same form', async () => {
  const created = await world.call('POST', '/v1/forms', {
    key: keys.owner,
    body: { definition: form, slug: 'demo-2' },
  })
  const exported = await world.call('GET', `/v1/forms/${created.json.id}/export`, { key: keys.rep })
  expect(exported.status).toBe(200)
  expect(exported.headers.get('content-disposition')).toBe(
    'attachment; filename="demo-2.bantam.json"',
  )
  const back = await send({ from: 'bantam', document: exported.json })
  expect(back.json.form).toEqual(created.json.draft)
  expect([back.json.report.changed, back.json.report.dropped]).toEqual([[], []])
})

test('who may not write forms may not import any', async () => {
  expect((await send({ from: 'surveyjs', document: survey }, keys.rep)).status).toBe(403)
})

const twice = { elements: [survey.elements[0], { type: 'text', name: 'size' }] }
const nowhere = {
  ...survey,
  triggers: [{ type: 'skip', expression: "{size} = 'large'", gotoName: 'gone' }],
}
const deep = (levels: number): unknown => (levels > 0 ? { a: deep(levels - 1) } : {})

test.each<[string, unknown, { status: number; code: string; path?: string }]>([
  ['no JSON', '{"from": ', { status: 400, code: 'not-json' }],
  [
    'a product that is not known',
    { from: 'papyrus', document: survey },
    { status: 400, code: 'wrong-shape', path: 'from' },
  ],
  [
    'a document of nobody',
    { document: { a: 1 } },
    { status: 422, code: 'invalid-document', path: 'document' },
  ],
  [
    'another product',
    { from: 'surveyjs', document: form },
    { status: 422, code: 'invalid-document', path: 'document' },
  ],
  [
    'another product than it says',
    { from: 'typeform', document: survey },
    { status: 422, code: 'invalid-document', path: 'document' },
  ],
  [
    'a name used twice',
    { from: 'surveyjs', document: twice },
    { status: 422, code: 'invalid-document', path: 'document.elements.1' },
  ],
  [
    'a target that is missing',
    { from: 'surveyjs', document: nowhere },
    { status: 422, code: 'invalid-document', path: 'document.triggers.0.gotoName' },
  ],
  [
    'a version to come',
    { from: 'bantam', document: { ...form, schema: 9 } },
    { status: 422, code: 'invalid-document', path: 'document.schema' },
  ],
  [
    'no end of nesting',
    { from: 'surveyjs', document: deep(40) },
    { status: 400, code: 'too-deep' },
  ],
  [
    '10 MB',
    { from: 'surveyjs', document: { elements: [], title: 'x'.repeat(10_000_000) } },
    { status: 413, code: 'too-large' },
  ],
])('%s is refused with its place, and nothing is stored', async (_, body, expected) => {
  const before = await stored()
  const refused = await send(typeof body === 'object' ? { save: true, ...body } : body)
  expect([refused.status, refused.json.code]).toEqual([expected.status, expected.code])
  if (expected.path !== undefined) expect(refused.json.errors[0].path).toBe(expected.path)
  expect(refused.json.detail).toMatch(/.{10}/)
  expect(await stored()).toEqual(before)
})
