import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishForm } from '../testing/publish.ts'
import { form } from '../testing/records.ts'
import { openWorld, type World } from '../testing/world.ts'

let world: World
let workspaceId: string
let formId: string
beforeAll(async () => {
  world = await openWorld()
  workspaceId = (await world.workspace()).id
  formId = await publishForm(world.storage, { workspaceId, draft: form, asksProof: false })
})
afterAll(() => world.close())

/** Statuses of as many requests as there are addresses, all in one minute. */
const from = async (trustProxy: boolean, addresses: readonly string[]) => {
  const { call } = world.variant({ rateLimit: 2, trustProxy })
  const statuses: number[] = []
  for (const address of addresses) {
    const headers = { 'x-forwarded-for': address }
    statuses.push((await call('GET', `/v1/public/forms/${formId}`, { headers })).status)
  }
  return statuses
}

test('an address may ask so often a minute, and is told when to come again', async () => {
  const { call } = world.variant({ rateLimit: 2 })
  const ask = () => call('GET', `/v1/public/forms/${formId}`)
  expect([(await ask()).status, (await ask()).status]).toEqual([200, 200])
  const refused = await ask()
  expect([refused.status, refused.json.code]).toEqual([429, 'rate-limited'])
  const after = Number(refused.headers.get('retry-after'))
  expect(after).toBeGreaterThan(0)
  expect(after).toBeLessThanOrEqual(60)
})

test('behind a proxy each visitor has a count of their own, by the entry that the proxy wrote', async () => {
  const [a, b] = ['203.0.113.7', '203.0.113.8']
  expect(await from(true, [a, a, b, a])).toEqual([200, 200, 200, 429])
  expect(await from(true, [`1.1.1.1, ${a}`, `2.2.2.2, ${a}`, `${b}, ${a}`])).toEqual([
    200, 200, 429,
  ])
  expect(await from(false, [a, b, a])).toEqual([200, 200, 429])
})

test('all addresses of an IPv6 network are one visitor, an IPv4 address is one however it is written', async () => {
  const network = ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', '2001:DB8::1:0:0:0:3']
  expect(await from(true, [...network, '2001:db8:0:2::1'])).toEqual([200, 200, 429, 200])
  const mapped = ['::ffff:203.0.113.7', '203.0.113.7', '::ffff:cb00:7107', '::ffff:203.0.113.8']
  expect(await from(true, mapped)).toEqual([200, 200, 429, 200])
})

test('in a rush to one form everybody shows work, and nobody is refused for it', async () => {
  const { call } = world.variant({ rateLimit: 2, trustProxy: true })
  const crowded = await publishForm(world.storage, { workspaceId, draft: form, asksProof: false })
  let visitors = 0
  const submit = (to: string, { key = v7(), proof }: { key?: string; proof?: string } = {}) =>
    call('POST', `/v1/public/forms/${to}/submissions`, {
      headers: {
        'idempotency-key': key,
        'x-forwarded-for': `203.0.113.${visitors++}`,
        ...(proof && { 'bantam-proof': proof }),
      },
      body: {
        version: 1,
        answers: [
          { questionId: 'need', value: 'Fewer wasted calls' },
          { questionId: 'email', value: 'ann@acme.example' },
        ],
      },
    })
  const first = v7()
  expect((await submit(crowded, { key: first })).status).toBe(201)
  for (let sent = 1; sent < 20; sent++) expect((await submit(crowded)).status).toBe(201)

  const key = v7()
  expect((await submit(crowded, { key })).json.code).toBe('proof-required')
  const challenge = (await call('GET', `/v1/public/forms/${crowded}/challenge?key=${key}`)).json
  const solution = await solveChallenge({ challenge, deriveKey })
  const proof = btoa(JSON.stringify({ challenge, solution }))
  expect((await submit(crowded, { key, proof })).status).toBe(201)
  // What is stored already is told again, and other forms have no rush.
  expect((await submit(crowded, { key: first })).status).toBe(200)
  expect((await submit(formId)).status).toBe(201)
})
