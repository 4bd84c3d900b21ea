import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { LeadRecord } from '@bantam/storage'
import { form, leadOf, score } from '../testing/records.ts'
import { openWorld, type World } from '../testing/world.ts'
import { LeadItem } from './lead-item.ts'
import { LeadPage } from './lead-page.ts'

let world: World
let workspaceId: string
let owner: string
let formId: string
let rep: Awaited<ReturnType<World['member']>>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const workspace = await world.workspace()
  workspaceId = workspace.id
  owner = workspace.keys.owner
  const { json } = await world.call('POST', '/v1/forms', { key: owner, body: { definition: form } })
  formId = json.id
  await world.call('POST', `/v1/forms/${formId}/publish`, { key: owner, body: { revision: 1 } })
  rep = await world.member(workspaceId, { role: 'rep', name: 'Rita Rep' })
})

const store = async (changes: Partial<LeadRecord> = {}) => {
  const { lead, submission } = leadOf({ workspaceId, formId }, changes)
  await world.storage.intake.import(workspaceId, {
    leads: [lead],
    submissions: [submission],
    events: [],
    actions: [],
  })
  return lead
}
const dispose = (id: string, body: unknown) =>
  world.call('POST', `/v1/leads/${id}/disposition`, { cookie: rep.cookie, body })

test('a lead is shown with its answers, its reasons, its route and a first sentence', async () => {
  const lead = await store({ ownerId: rep.userId })
  const { status, json } = await world.call('GET', `/v1/leads/${lead.id}`, { cookie: rep.cookie })
  expect(status).toBe(200)
  expect(LeadPage.strict().parse(json)).toEqual(json)
  expect(json).toMatchObject({
    id: lead.id,
    email: lead.email,
    stage: 'mql',
    score,
    owner: { id: rep.userId, name: 'Rita Rep' },
    form: { id: formId, title: 'Request a demo' },
    route: {
      destination: 'sales',
      owner: { id: rep.userId, name: 'Rita Rep' },
      record: { how: 'round-robin' },
    },
    answers: [
      {
        questionId: 'need',
        title: 'What hurts?',
        value: 'leads go cold',
        display: 'Leads go cold',
      },
    ],
    properties: {
      need: { value: 'leads go cold', display: 'Leads go cold', submissionId: lead.submissionId },
    },
    submissionId: lead.submissionId,
  })
  expect(json.opener).toMatch(
    /^Hi Ada, you told us about “Leads go cold” at Analytical Engines\. .+\?$/,
  )
})

test('the explanation adds up to the score', async () => {
  const { id } = await store()
  const { json } = await world.call('GET', `/v1/leads/${id}/explanation`, { key: owner })
  expect(json.contributions).toEqual(score.contributions)
})

test('a submission says why it went where it went', async () => {
  const { submissionId, id } = await store()
  const { status, json } = await world.call('GET', `/v1/submissions/${submissionId}`, {
    key: owner,
  })
  expect(status).toBe(200)
  expect(json).toMatchObject({
    leadId: id,
    formId,
    version: 1,
    discarded: ['phone'],
    score,
    ending: { id: 'thanks' },
  })
  const { json: list } = await world.call('GET', `/v1/submissions?lead=${id}`, { key: owner })
  expect(list).toEqual({ items: [json], next: null })
})

test('the queue filters by owner, lane and words, and counts', async () => {
  const mine = await store({ ownerId: rep.userId, name: 'Grace Hopper' })
  const nobodys = await store({ lane: 'nurture', destination: 'nurture', stage: 'nurture' })
  const ids = async (query: string) => {
    const { json } = await world.call('GET', `/v1/leads?${query}`, { cookie: rep.cookie })
    return json.items.map((item: unknown) => LeadItem.strict().parse(item).id)
  }
  expect(await ids('')).toEqual([nobodys.id, mine.id])
  expect(await ids('sort=rank')).toEqual([mine.id, nobodys.id])
  expect(await ids('owner=me')).toEqual([mine.id])
  expect(await ids('owner=none')).toEqual([nobodys.id])
  expect(await ids('lane=nurture')).toEqual([nobodys.id])
  expect(await ids('q=hopper')).toEqual([mine.id])
  expect(await ids('active=true')).toEqual([mine.id])
  expect(await ids('active=true&claimed=false')).toEqual([mine.id])
  expect(await ids('active=true&claimed=true')).toEqual([])
  expect(await ids('stage=nurture')).toEqual([nobodys.id])
  const { json } = await world.call('GET', '/v1/leads?limit=1', { key: owner })
  expect(json.counts).toMatchObject({ active: 1, mine: 0, total: 2 })
  const { json: own } = await world.call('GET', '/v1/leads?limit=1', { cookie: rep.cookie })
  expect(own.counts.mine).toBe(1)
  expect(json.next).toEqual(expect.any(String))
})

test('of two reps who claim a lead, one gets it', async () => {
  const { id } = await store()
  const rival = await world.member(workspaceId, { role: 'rep' })
  const answers = await Promise.all(
    [rep.cookie, rival.cookie].map((cookie) =>
      world.call('POST', `/v1/leads/${id}/claim`, { cookie }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.json.code).toBe('already-claimed')
  expect(answers.find(({ status }) => status === 200)?.json.claimedAt).toEqual(expect.any(String))
})

test('who leaves holds no open lead any more', async () => {
  const leaving = await world.member(workspaceId, { role: 'rep' })
  const [open, over] = [await store(), await store()]
  for (const { id } of [open, over])
    await world.call('POST', `/v1/leads/${id}/claim`, { cookie: leaving.cookie })
  await dispose(over.id, { kind: 'rejected', reason: 'duplicate' })
  const claims = (id: string) => world.call('POST', `/v1/leads/${id}/claim`, { cookie: rep.cookie })
  expect((await claims(open.id)).json.code).toBe('already-claimed')
  await world.storage.members.remove(workspaceId, leaving.userId)
  const shown = async (id: string) =>
    (await world.call('GET', `/v1/leads/${id}`, { key: owner })).json
  expect(await shown(open.id)).toMatchObject({ owner: null, claimedAt: null })
  expect((await shown(over.id)).owner.name).toBe('Former member')
  expect((await claims(open.id)).json.owner.id).toBe(rep.userId)
})

test('a key is nobody and cannot hold a lead', async () => {
  const { id } = await store()
  const { status, json } = await world.call('POST', `/v1/leads/${id}/claim`, { key: owner })
  expect([status, json.code]).toEqual([403, 'forbidden'])
})

test('what sales says moves the stage and is heard by open inboxes', async () => {
  const { id } = await store()
  const heard: string[] = []
  world.storage.onEvents((events) => heard.push(...events.map(({ type }) => type)))
  expect((await dispose(id, { kind: 'accepted' })).json).toMatchObject({
    stage: 'sal',
    touchedAt: null,
  })
  expect((await dispose(id, { kind: 'converted', note: 'Full BANT' })).json).toMatchObject({
    stage: 'sql',
    touchedAt: expect.any(String),
  })
  expect(heard).toEqual([
    'lead.changed',
    'lead.stage_changed',
    'lead.changed',
    'lead.stage_changed',
  ])

  const { json } = await world.call('GET', `/v1/leads/${id}/timeline`, { key: owner })
  const titles = json.items.map(({ title }: { title: string }) => title)
  expect(titles).toContain('Rita Rep accepted the lead')
  expect(titles).toContain('Stage: sal → sql')
  expect(titles).toContain('Answered Request a demo')
})

test('accepting leads no lead back, and out of where it was put', async () => {
  const { id } = await store()
  await dispose(id, { kind: 'converted' })
  expect((await dispose(id, { kind: 'accepted' })).json.stage).toBe('sql')
  await dispose(id, { kind: 'rejected', reason: 'duplicate' })
  expect((await dispose(id, { kind: 'accepted' })).json).toMatchObject({
    stage: 'sal',
    destination: 'sales',
    isActive: true,
  })
})

test('a decision that comes late does not undo a newer one, and comes once', async () => {
  const { id } = await store({ updatedAt: new Date(Date.now() - 3_600_000) })
  const rival = await world.member(workspaceId, { role: 'rep' })
  await dispose(id, { kind: 'converted' })
  const late = await world.call('POST', `/v1/leads/${id}/disposition`, {
    cookie: rival.cookie,
    body: { kind: 'rejected', reason: 'duplicate', ago: 60_000 },
  })
  expect([late.status, late.json.code]).toEqual([409, 'already-decided'])
  for (let time = 0; time < 2; time++)
    expect((await dispose(id, { kind: 'touched', id: 'the-same' })).status).toBe(200)
  const { json } = await world.call('GET', `/v1/leads/${id}/timeline`, { key: owner })
  const titles: string[] = json.items.map(({ title }: { title: string }) => title)
  expect(titles.filter((title) => title.includes('first contact'))).toHaveLength(1)
})

test('a first contact counts from when it was made, though it was sent later', async () => {
  const minute = 60_000
  const said = { updatedAt: new Date(Date.now() - 10 * minute) }
  const touched = async (body: object) => {
    const { id } = await store(said)
    const { status, json } = await dispose(id, { kind: 'touched', ...body })
    return [status, status === 200 ? Date.now() - Date.parse(json.touchedAt) : json.code]
  }
  const near = (milliseconds: number) => expect.closeTo(milliseconds, -4)
  expect(await touched({})).toEqual([200, near(0)])
  expect(await touched({ ago: 4 * minute })).toEqual([200, near(4 * minute)])
  // Not before what is known of the lead.
  expect(await touched({ ago: 60 * minute })).toEqual([200, near(10 * minute)])
  expect(await touched({ ago: -1 })).toEqual([400, 'wrong-shape'])
  expect(await touched({ ago: 8 * 24 * 60 * minute })).toEqual([400, 'wrong-shape'])
})

test('what a lead said alone cannot be separated from it, nor what it never said', async () => {
  const { id, submissionId } = await store()
  const separate = (body: unknown) =>
    world.call('POST', `/v1/leads/${id}/separate`, { cookie: rep.cookie, body })
  const alone = await separate({ submissionId })
  expect([alone.status, alone.json.code]).toEqual([409, 'only-submission'])
  const foreign = await separate({ submissionId: v7() })
  expect([foreign.status, foreign.json.code]).toEqual([404, 'not-found'])
})

test('a rejection needs a reason from the list', async () => {
  const { id } = await store()
  for (const body of [{ kind: 'rejected' }, { kind: 'rejected', reason: 'bad lead' }]) {
    const { status, json } = await dispose(id, body)
    expect([status, json.code, json.errors[0].path]).toEqual([400, 'wrong-shape', 'reason'])
  }
  const rejected = await dispose(id, { kind: 'rejected', reason: 'no-buying-role' })
  expect(rejected.json).toMatchObject({ stage: 'disqualified', destination: 'disqualified' })
  const { json } = await world.call('GET', '/v1/leads?open=true', { key: owner })
  expect(json.items).toEqual([])
})

test('endpoints that asked for changes of stage get one delivery each, test leads none', async () => {
  const hook = { url: 'https://hooks.example.com', types: ['lead.stage_changed'] }
  const { json: webhook } = await world.call('POST', '/v1/webhooks', { key: owner, body: hook })
  await world.call('POST', '/v1/webhooks', {
    key: owner,
    body: { ...hook, types: ['lead.routed'] },
  })
  const { id } = await store()
  const trial = await store({ isTest: true })
  await dispose(id, { kind: 'touched' })
  await dispose(id, { kind: 'recycled', returnOn: '2027-01-15' })
  await dispose(trial.id, { kind: 'accepted' })
  const { json } = await world.call('GET', '/v1/deliveries', { key: owner })
  expect(json.items).toMatchObject([
    {
      channel: 'webhook',
      kind: 'lead.stage_changed',
      target: webhook.id,
      leadId: id,
      state: 'waiting',
    },
  ])
  const replayed = await world.call('POST', `/v1/deliveries/${json.items[0].id}/replay`, {
    key: owner,
  })
  expect([replayed.status, replayed.json.id]).toEqual([202, json.items[0].id])
  expect((await world.call('POST', `/v1/deliveries/${v7()}/replay`, { key: owner })).status).toBe(
    404,
  )
})
