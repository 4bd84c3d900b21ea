import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishForm } from '../testing/publish.ts'
import { form } from '../testing/records.ts'
import { openWorld, type World } from '../testing/world.ts'
import { createProofs } from './proofs.ts'

let world: World
let workspaceId: string
let owner: string
let rep: string

beforeAll(async () => {
  world = await openWorld()
  const workspace = await world.workspace()
  workspaceId = workspace.id
  owner = workspace.keys.owner
  rep = workspace.keys.rep
})
afterAll(() => world.close())

const publish = ({ asksProof = false } = {}): Promise<string> =>
  publishForm(world.storage, { workspaceId, draft: form, asksProof })

const answers = [
  { questionId: 'need', value: 'Fewer wasted calls' },
  { questionId: 'email', value: 'ann@acme.example' },
]

const submit = (
  formId: string,
  { key = v7(), proof, more }: { key?: string; proof?: string; more?: object } = {},
) =>
  world.call('POST', `/v1/public/forms/${formId}/submissions`, {
    headers: { 'idempotency-key': key, ...(proof && { 'bantam-proof': proof }) },
    body: { version: 1, answers, ...more },
  })

const challengeFor = async (formId: string, key: string): Promise<Challenge> =>
  (await world.call('GET', `/v1/public/forms/${formId}/challenge?key=${key}`)).json

/** The library's own solver stands for every client. */
const solved = async (challenge: Challenge): Promise<string> => {
  const solution = await solveChallenge({ challenge, deriveKey })
  return btoa(JSON.stringify({ challenge, solution }))
}

const proofFor = async (formId: string, key: string) => solved(await challengeFor(formId, key))

const stored = async (formId: string) =>
  (await world.storage.submissions.page(workspaceId, { limit: 50, cursor: undefined, formId }))
    .items.length

const stopped = async (by: string) => {
  const { text } = await world.call('GET', '/metrics')
  return Number(new RegExp(`bantam_spam_stopped_total\\{by="${by}"\\} (\\d+)`).exec(text)?.[1] ?? 0)
}

test('a form asks nobody for work unless its owner wants it', async () => {
  const formId = await publish()
  expect((await submit(formId)).status).toBe(201)
  const started = await world.call('POST', `/v1/public/forms/${formId}/conversations`, { body: {} })
  expect(started.json).not.toHaveProperty('asksProof')
})

test('a protected form takes a submission with a proof of work and no other', async () => {
  const formId = await publish({ asksProof: true })
  const before = await stopped('proof')
  const key = v7()
  expect(await submit(formId, { key })).toMatchObject({
    status: 422,
    json: { code: 'proof-required' },
  })
  expect(await stored(formId)).toBe(0)
  expect(await stopped('proof')).toBe(before + 1)
  const taken = await submit(formId, { key, proof: await proofFor(formId, key) })
  expect(taken.status).toBe(201)
  expect(await stored(formId)).toBe(1)
})

test('a conversation on a protected form says so from the start', async () => {
  const formId = await publish({ asksProof: true })
  const started = await world.call('POST', `/v1/public/forms/${formId}/conversations`, { body: {} })
  expect(started.json).toMatchObject({ asksProof: true })
})

test('one proof is good for one submission', async () => {
  const formId = await publish({ asksProof: true })
  const other = await publish({ asksProof: true })
  const key = v7()
  const proof = await proofFor(formId, key)
  expect((await submit(formId, { key, proof })).status).toBe(201)
  for (const again of [
    await submit(formId, { proof }),
    await submit(formId, { key: `${key}-2`, proof }),
    await submit(other, { key, proof }),
  ])
    expect(again).toMatchObject({ status: 422, json: { code: 'proof-invalid' } })
  expect(
    await submit(formId, { key, proof, more: { page: { url: 'https://a.example' } } }),
  ).toMatchObject({
    json: { code: 'idempotency-mismatch' },
  })
  expect(await stored(formId)).toBe(1)
  expect(await stored(other)).toBe(0)
})

test('what is stored already is answered again, its proof spent or lost', async () => {
  const formId = await publish({ asksProof: true })
  const key = v7()
  const first = await submit(formId, { key, proof: await proofFor(formId, key) })
  const again = await submit(formId, { key })
  expect([again.status, again.json]).toEqual([200, first.json])
})

test('no proof is good that was made up, changed, or taken from elsewhere', async () => {
  const formId = await publish({ asksProof: true })
  const key = v7()
  const challenge = await challengeFor(formId, key)
  const { parameters } = challenge
  const easy = await solved({ ...challenge, parameters: { ...parameters, keyPrefix: '00' } })
  const late = await solved({
    ...challenge,
    parameters: { ...parameters, expiresAt: Number(parameters.expiresAt) + 1 },
  })
  const foreign = await createProofs(new Uint8Array(32), {
    work: { least: 1, most: 9 },
  }).challenge({ formId, key })
  const unsolved = btoa(
    JSON.stringify({ challenge, solution: { counter: 5, derivedKey: '00'.repeat(32) } }),
  )
  for (const proof of [
    easy,
    late,
    await solved(foreign),
    unsolved,
    btoa('{}'),
    '%',
    btoa('null'),
    'A'.repeat(100_000),
  ])
    expect(await submit(formId, { key, proof })).toMatchObject({
      status: 422,
      json: { code: 'proof-invalid' },
    })
  expect(await stored(formId)).toBe(0)
})

test('a challenge is good for an hour', async () => {
  let now = Date.now()
  const proofs = createProofs(new Uint8Array(32), {
    work: { least: 1, most: 9 },
    clock: () => now,
  })
  const task = { formId: 'f', key: 'k' }
  const proof = await solved(await proofs.challenge(task))
  now += 3_599_000
  expect(await proofs.worthOf(proof, task)).toBe('good')
  now += 3000
  expect(await proofs.worthOf(proof, task)).toBe('spent')
})

test('who answers a whole form in a second and a half works for it', async () => {
  const formId = await publish()
  const quick = { more: { elapsed: 1499 } }
  const key = v7()
  expect(await submit(formId, { key, ...quick })).toMatchObject({
    status: 422,
    json: { code: 'proof-required' },
  })
  const proof = await proofFor(formId, key)
  expect((await submit(formId, { key, proof, ...quick })).status).toBe(201)
  expect((await submit(formId, { more: { elapsed: 1500 } })).status).toBe(201)
})

test('who fills in what people do not see is thanked, and nothing is kept', async () => {
  const formId = await publish()
  const before = await stopped('trap')
  const person = await submit(await publish())
  const email = { questionId: 'email', value: 'bot@spam.example' }
  const trapped = { answers: [answers[0], email], trap: 'https://buy.example' }
  const program = await submit(formId, { more: trapped })
  expect(program.status).toBe(person.status)
  expect(Object.keys(program.json)).toEqual(Object.keys(person.json))
  expect(program.json.ending).toEqual(person.json.ending)
  expect(await stored(formId)).toBe(0)
  const leads = await world.call('GET', '/v1/leads?q=bot@spam.example', { key: owner })
  expect(leads.json.items).toEqual([])
  expect(await stopped('trap')).toBe(before + 1)
  expect((await submit(formId, { more: { ...trapped, trap: '' } })).status).toBe(201)
  expect(await stored(formId)).toBe(1)
})

test('refused answers are told of before any work is asked for', async () => {
  const formId = await publish({ asksProof: true })
  expect(await submit(formId, { more: { answers: [] } })).toMatchObject({
    json: { code: 'invalid-answers' },
  })
})

test('a challenge is for one key of a form that there is', async () => {
  const formId = await publish()
  const ask = (path: string) => world.call('GET', `/v1/public/forms/${path}`)
  expect((await ask(`${formId}/challenge`)).json.code).toBe('missing-idempotency-key')
  expect((await ask(`${formId}/challenge?key=${'k'.repeat(256)}`)).json.code).toBe(
    'invalid-idempotency-key',
  )
  expect((await ask(`${v7()}/challenge?key=k`)).status).toBe(404)
  const { status, headers } = await ask(`${formId}/challenge?key=k`)
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
})

test('an owner switches the proof on and off without publishing', async () => {
  const made = await world.call('POST', '/v1/forms', { key: owner, body: { definition: form } })
  const { id } = made.json
  const publishing = { key: owner, body: { revision: 1 } }
  expect((await world.call('POST', `/v1/forms/${id}/publish`, publishing)).status).toBe(201)
  expect((await submit(id)).status).toBe(201)
  const protect = (key: string, asksProof: boolean) =>
    world.call('PUT', `/v1/forms/${id}/protection`, { key, body: { asksProof } })
  expect((await protect(owner, true)).json).toEqual({ asksProof: true })
  const { json } = await world.call('GET', `/v1/forms/${id}`, { key: owner })
  expect(json).toMatchObject({ asksProof: true, revision: 1 })
  expect((await submit(id)).json.code).toBe('proof-required')
  const stranger = await world.workspace()
  expect((await protect(stranger.keys.owner, false)).status).toBe(404)
  expect((await protect(rep, false)).status).toBe(403)
  expect((await protect(owner, false)).status).toBe(200)
  expect((await submit(id)).status).toBe(201)
})
