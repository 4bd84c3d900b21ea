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

const create = async (definition: unknown = form, slug?: string) =>
  world.call('POST', '/v1/forms', { key, body: { definition, slug } })
const save = (id: string, ...[revision, definition]: [revision: string, definition: unknown]) =>
  world.call('PUT', `/v1/forms/${id}/draft`, {
    key,
    headers: { 'if-match': revision },
    body: { definition },
  })

test('no property or hidden field is called like what every object has', async () => {
  const [question, ...others] = form.questions
  for (const name of ['__proto__', 'constructor', 'prototype']) {
    const questions = [{ ...question, property: name }, ...others]
    const { status, json } = await create({ ...form, questions, hidden: ['plan', name] })
    expect([status, json.code]).toEqual([422, 'invalid-document'])
    const paths = json.errors.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(['questions.0.property', 'hidden.1'])
  }
})

test('a new form has a draft, an address and a script tag, and nothing published', async () => {
  const { status, json } = await create()
  expect(status).toBe(201)
  expect(json).toMatchObject({
    revision: 1,
    publishedVersion: null,
    isChanged: true,
    draft: form,
    origins: [],
    asksProof: false,
  })
  expect(json.slug).toMatch(/^request-a-demo-[a-z0-9]{6}$/)
  expect(json.url).toBe(`http://localhost:3000/f/${json.slug}`)
  expect(json.snippet).toContain(`data-form="${json.id}"`)
})

test('an address that is taken is refused', async () => {
  expect((await create(form, 'pricing')).status).toBe(201)
  const { status, json } = await create(form, 'pricing')
  expect([status, json.code]).toEqual([409, 'slug-taken'])
})

test('a document with mistakes is refused with every place', async () => {
  const { status, json } = await create({
    ...form,
    title: '',
    questions: [{ ...form.questions[0], kind: 'riddle' }],
  })
  expect([status, json.code]).toEqual([422, 'invalid-document'])
  expect(json.errors.map(({ path }: { path: string }) => path).toSorted()).toEqual([
    'questions.0.kind',
    'title',
  ])
})

test('a stale save is refused and changes nothing', async () => {
  const { json: created } = await create()
  const first = await save(created.id, '"1"', { ...form, title: 'First' })
  expect([first.status, first.json, first.headers.get('etag')]).toEqual([
    200,
    { revision: 2, diagnosis: [] },
    '"2"',
  ])
  const stale = await save(created.id, '"1"', { ...form, title: 'Second' })
  expect([stale.status, stale.json.code]).toEqual([409, 'stale-revision'])
  const { json } = await world.call('GET', `/v1/forms/${created.id}/draft`, { key })
  expect(json).toMatchObject({ revision: 2, definition: { title: 'First' } })
})

test('a save that does not say what it builds on is refused', async () => {
  const { json: created } = await create()
  const { status, json } = await world.call('PUT', `/v1/forms/${created.id}/draft`, {
    key,
    body: { definition: form },
  })
  expect([status, json.errors[0].path]).toEqual([400, 'If-Match'])
})

test('a published form is listed with its version until the draft moves on', async () => {
  const { json: created } = await create()
  const published = await world.call('POST', `/v1/forms/${created.id}/publish`, {
    key,
    body: { revision: 1 },
  })
  expect([published.status, published.json.version]).toEqual([201, 1])
  const get = async () => (await world.call('GET', `/v1/forms/${created.id}`, { key })).json
  expect(await get()).toMatchObject({ publishedVersion: 1, isChanged: false })
  await save(created.id, '"1"', { ...form, title: 'Next' })
  expect(await get()).toMatchObject({ publishedVersion: 1, isChanged: true })
  const { json: versions } = await world.call('GET', `/v1/forms/${created.id}/versions`, { key })
  expect(versions.items).toEqual([
    {
      version: 1,
      publishedAt: published.json.publishedAt,
      publishedBy: null,
      publishedByName: null,
    },
  ])
})

test('a form that is taken offline is nowhere until it is published again', async () => {
  const { json: created } = await create()
  const address = `/v1/forms/${created.id}/publish`
  const publish = () => world.call('POST', address, { key, body: { revision: 1 } })
  await publish()
  const seen = async () => (await world.call('GET', `/v1/public/forms/${created.id}`)).status
  expect(await seen()).toBe(200)
  expect((await world.call('DELETE', address, { key })).status).toBe(204)
  expect(await seen()).toBe(404)
  const sent = await world.call('POST', `/v1/public/forms/${created.id}/submissions`, {
    headers: { 'idempotency-key': 'late' },
    body: { version: 1, answers: [] },
  })
  expect([sent.status, sent.json.code]).toEqual([404, 'not-found'])
  expect((await publish()).json.version).toBe(1)
  expect(await seen()).toBe(200)
  const missing = await world.call('DELETE', '/v1/forms/nowhere/publish', { key })
  expect([missing.status, missing.json.code]).toEqual([404, 'not-found'])
})

test('a draft with a jump to nowhere is kept and diagnosed, but not published', async () => {
  const { json: created } = await create()
  const [first, second] = form.questions
  const jumping = {
    ...first,
    jumps: [{ when: { ref: 'question:need', op: 'is-answered' }, to: 'question:gone' }],
  }
  const saved = await save(created.id, '"1"', { ...form, questions: [jumping, second] })
  expect(saved.json.diagnosis).toEqual([
    {
      path: 'questions.0.jumps.0.to',
      code: 'unknown-question',
      message: expect.stringContaining('the question "gone", which this form does not have'),
    },
  ])
  const { status, json } = await world.call('POST', `/v1/forms/${created.id}/publish`, {
    key,
    body: { revision: 2 },
  })
  expect([status, json.code, json.errors]).toEqual([422, 'invalid-document', saved.json.diagnosis])
})

test('lists go on where their cursor says, newest first', async () => {
  const { keys } = await world.workspace()
  for (const title of ['One', 'Two', 'Three'])
    await world.call('POST', '/v1/forms', {
      key: keys.owner,
      body: { definition: { ...form, title } },
    })
  const page = async (query: string) =>
    (await world.call('GET', `/v1/forms?${query}`, { key: keys.owner })).json
  const first = await page('limit=2')
  expect(first.items.map(({ title }: { title: string }) => title)).toEqual(['Three', 'Two'])
  expect(first.items[0]).toMatchObject({
    questionCount: 2,
    stats: { views: 0, starts: 0, submissions: 0 },
  })
  const rest = await page(`limit=2&cursor=${first.next}`)
  expect([rest.items.length, rest.items[0].title, rest.next]).toEqual([1, 'One', null])

  const forged = await world.call('GET', '/v1/forms?cursor=forged', { key: keys.owner })
  expect([forged.status, forged.json.code]).toEqual([400, 'invalid-cursor'])
  const shapeless = await world.call('GET', '/v1/forms?limit=many', { key: keys.owner })
  expect([shapeless.status, shapeless.json.code, shapeless.json.errors[0].path]).toEqual([
    400,
    'wrong-shape',
    'query.limit',
  ])
})

test('a document that is not there is named', async () => {
  const { keys } = await world.workspace()
  const send = async (method: string, path: string, body: object) => {
    const { status, json } = await world.call(method, path, { key: keys.owner, body })
    return [status, json.code, json.errors[0].path]
  }
  const created = await world.call('POST', '/v1/forms', {
    key: keys.owner,
    body: { definition: form },
  })
  const missing = (path: string) => [400, 'wrong-shape', path]
  expect(await send('POST', '/v1/forms', {})).toEqual(missing('definition'))
  const draft = `/v1/forms/${created.json.id}/draft`
  expect(await send('PUT', draft, { revision: 1 })).toEqual(missing('definition'))
  for (const path of ['/v1/forms/import', '/v1/models'])
    expect(await send('POST', path, {})).toEqual(missing('document'))
  expect(await send('PUT', '/v1/routing', {})).toEqual(missing('document'))
})
