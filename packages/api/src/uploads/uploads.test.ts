import type { Form, Question } from '@bantam/schema'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishForm } from '../testing/publish.ts'
import { openWorld, type World } from '../testing/world.ts'
import { bytesOf, text } from '../testing/files.ts'
import { sweepUploads } from './sweep.ts'

let world: World
let ours: Awaited<ReturnType<World['workspace']>>
beforeAll(async () => {
  world = await openWorld()
  ours = await world.workspace()
})
afterAll(() => world.close())

const email: Question = { id: 'email', kind: 'email', title: 'Email?', property: 'email' }
const file = (id: string, validation?: Extract<Question, { kind: 'file' }>['validation']) =>
  ({ id, kind: 'file', title: id, ...(validation && { validation }) }) as const
const formOf = (questions: readonly Question[]): Form => ({
  schema: 1,
  title: 'Apply',
  language: 'en',
  questions: [...questions],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thanks' }],
})

const published = async (
  questions: readonly Question[] = [email, file('cv', { types: ['pdf', 'text'], maxBytes: 5000 })],
  workspaceId = ours.id,
) => publishForm(world.storage, { workspaceId, draft: formOf(questions) })

/** Sends a bare body, or a form as a browser does. */
const send = async (
  formId: string,
  ...[body, query = '', headers = {}]: [Uint8Array | FormData, string?, Record<string, string>?]
) => {
  const response = await world.api.request(
    `http://localhost:3000/v1/public/forms/${formId}/uploads${query}`,
    { method: 'POST', body: body instanceof FormData ? body : Buffer.from(body), headers },
  )
  return { status: response.status, json: await response.json() }
}
const upload = async (formId: string, bytes: Uint8Array = bytesOf.pdf()) => {
  const { status, json } = await send(formId, bytes, '?name=CV%20of%20Ada.pdf')
  expect(status).toBe(201)
  return String(json.uploadId)
}
const submit = (formId: string, ...[cv, key = v7()]: [unknown, string?]) =>
  world.call('POST', `/v1/public/forms/${formId}/submissions`, {
    body: {
      version: 1,
      answers: [
        { questionId: 'email', value: 'ada@engine.example' },
        { questionId: 'cv', value: cv },
      ],
    },
    headers: { 'idempotency-key': key },
  })
const refusal = { code: 'unknown-upload', path: 'answers.cv' }
const download = (id: string, key: string = ours.keys.rep) =>
  world.call('GET', `/v1/uploads/${id}`, { key })

test('a file is uploaded, sent with a submission, shown by its name and downloaded by a member', async () => {
  const formId = await published()
  const form = new FormData()
  form.set('file', new File([Buffer.from(bytesOf.pdf())], 'CV of Ada.exe', { type: 'text/html' }))
  const { status, json } = await send(formId, form, '?question=cv')
  expect([status, Object.keys(json)]).toEqual([201, ['uploadId']])
  expect(json.uploadId).toMatch(/^[\w-]{22}$/)
  const submitted = await submit(formId, json.uploadId)
  expect(submitted.status).toBe(201)
  const kept = await world.call('GET', `/v1/submissions/${submitted.json.submissionId}`, {
    key: ours.keys.rep,
  })
  expect(kept.json.answers).toContainEqual(
    expect.objectContaining({ questionId: 'cv', value: json.uploadId, display: 'CV of Ada.pdf' }),
  )
  const { headers, status: found, text: bytes } = await download(json.uploadId)
  expect([found, bytes]).toEqual([200, new TextDecoder().decode(bytesOf.pdf())])
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="CV of Ada.pdf"; filename*=UTF-8''CV%20of%20Ada.pdf`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
})

test('a file is nobody’s but the workspace’s', async () => {
  const id = await upload(await published())
  const theirs = await world.workspace()
  expect((await download(id, theirs.keys.owner)).status).toBe(404)
  expect((await world.call('GET', `/v1/uploads/${id}`)).status).toBe(401)
  expect((await download('AbCdEfGhIjKlMnOpQrSt_-')).status).toBe(404)
})

test.each([
  ['a program that calls itself a PDF', bytesOf.exe(), '?name=cv.pdf', 415],
  ['a page that calls itself a text', text('<html><script>1</script>'), '?name=cv.txt', 415],
  ['a picture where documents are asked for', bytesOf.png(), '', 415],
  ['an empty file', new Uint8Array(), '', 400],
  ['a file for a question that asks for none', bytesOf.pdf(), '?question=email', 404],
  ['a file for a question that is not there', bytesOf.pdf(), '?question=gone', 404],
  ['a file for a version that never was', bytesOf.pdf(), '?version=9', 404],
  ['a file that is too large', text('x'.repeat(5001)), '', 413],
  ['a file of the largest size', text('x'.repeat(5000)), '', 201],
])('%s', async (_, bytes, query, status) => {
  expect((await send(await published(), bytes, query)).status).toBe(status)
})

test('a form that asks for no file takes none, nor does one that is not there', async () => {
  expect((await send(await published([email]), bytesOf.pdf())).status).toBe(404)
  expect((await send('nowhere', bytesOf.pdf())).status).toBe(404)
})

test('a body that goes on for ever is cut off at the limit', async () => {
  const formId = await published()
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1000
      controller.enqueue(text('x'.repeat(1000)))
    },
  })
  const response = await world.api.request(
    `http://localhost:3000/v1/public/forms/${formId}/uploads`,
    { method: 'POST', body: endless, headers: { 'transfer-encoding': 'chunked' }, ...half },
  )
  expect(response.status).toBe(413)
  expect(sent).toBeLessThan(50_000)
})
/** What a request with a stream for a body must say of itself. */
const half: object = { duplex: 'half' }

test('a multipart body that is none is refused in words', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const { status, json } = await send(await published(), text('nonsense'), '', headers)
  expect([status, json.code]).toEqual([400, 'wrong-shape'])
  const empty = new FormData()
  empty.set('note', 'no file')
  expect((await send(await published(), empty)).status).toBe(400)
})

test('an unknown, foreign, taken or fitting-elsewhere upload is refused on its answer, and nothing is stored', async () => {
  const formId = await published()
  const elsewhere = await upload(await published())
  const theirs = await world.workspace()
  const foreign = await upload(await published(undefined, theirs.id))
  const taken = await upload(formId)
  expect((await submit(formId, taken)).status).toBe(201)
  for (const id of ['AbCdEfGhIjKlMnOpQrSt_-', elsewhere, foreign, taken, '../../etc/passwd', 7]) {
    const { status, json } = await submit(formId, id)
    expect([status, json.errors]).toEqual([422, [expect.objectContaining(refusal)]])
  }
  const { json } = await world.call('GET', `/v1/submissions?form=${formId}`, {
    key: ours.keys.rep,
  })
  expect(json.items).toHaveLength(1)
})

test('the same submission sent again gets its receipt although its upload is taken by then', async () => {
  const formId = await published()
  const [id, key] = [await upload(formId), v7()]
  const first = await submit(formId, id, key)
  const again = await submit(formId, id, key)
  expect([first.status, again.status]).toEqual([201, 200])
  expect(again.json).toEqual(first.json)
})

test('of several who send the same upload at once, one is taken in and the others are told', async () => {
  const formId = await published()
  const id = await upload(formId)
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => submit(formId, id)))
  expect(outcomes.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422])
  const refused = outcomes.filter(({ status }) => status === 422)
  for (const { json } of refused)
    expect([json.code, json.errors]).toEqual([
      'invalid-answers',
      [expect.objectContaining(refusal)],
    ])
})

test('an upload for one question answers no other, nor two at once', async () => {
  const formId = await published([
    email,
    file('cv', { types: ['pdf'] }),
    file('photo', { types: ['image'] }),
    file('more', { types: ['pdf'] }),
  ])
  const answering = (answers: readonly (readonly [string, string])[]) =>
    world.call('POST', `/v1/public/forms/${formId}/submissions`, {
      body: {
        version: 1,
        answers: answers.map(([questionId, value]) => ({ questionId, value })),
      },
      headers: { 'idempotency-key': v7() },
    })
  const pdf = await upload(formId)
  const own = await send(formId, bytesOf.pdf(), '?question=more')
  const errorsOf = async (answers: readonly (readonly [string, string])[]) =>
    (await answering(answers)).json.errors.map(({ path }: { path: string }) => path)
  expect(await errorsOf([['photo', pdf]])).toEqual(['answers.photo'])
  expect(await errorsOf([['cv', own.json.uploadId]])).toEqual(['answers.cv'])
  expect(
    await errorsOf([
      ['cv', pdf],
      ['more', pdf],
    ]),
  ).toEqual(['answers.more'])
  expect(
    (
      await answering([
        ['cv', pdf],
        ['more', own.json.uploadId],
      ])
    ).status,
  ).toBe(201)
})

test('what nobody claimed within a day is removed with its bytes; what was claimed stays', async () => {
  const formId = await published()
  const [left, claimed] = [await upload(formId), await upload(formId)]
  await submit(formId, claimed)
  const { deps } = world
  await sweepUploads(deps)
  expect((await download(left)).status).toBe(200)
  const tomorrow = new Date(Date.now() + 25 * 60 * 60_000)
  expect(await sweepUploads({ ...deps, clock: () => tomorrow })).toBeGreaterThan(0)
  expect([(await download(left)).status, (await download(claimed)).status]).toEqual([404, 200])
  expect([await deps.files.get(left), (await deps.files.get(claimed))?.length]).toEqual([
    undefined,
    bytesOf.pdf().length,
  ])
  expect((await submit(formId, left)).status).toBe(422)
})

test('a clean-up that was stopped between bytes and rows is finished by the next', async () => {
  const formId = await published()
  const id = await upload(formId)
  const tomorrow = { ...world.deps, clock: () => new Date(Date.now() + 25 * 60 * 60_000) }
  const broken = {
    ...world.deps.files,
    delete: () => Promise.reject(new Error('the disk is away')),
  }
  expect(await sweepUploads({ ...tomorrow, files: broken })).toBe(0)
  expect((await submit(formId, id)).status).toBe(422)
  expect(await sweepUploads(tomorrow)).toBeGreaterThan(0)
  expect(await world.deps.files.get(id)).toBeUndefined()
})
