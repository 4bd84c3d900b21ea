import type { Form, Question, ScoringModel } from '@bantam/schema'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishForm } from '../testing/publish.ts'
import { openWorld, type World } from '../testing/world.ts'

let world: World
let key: string
let workspaceId: string
beforeAll(async () => {
  world = await openWorld()
  const { id, keys } = await world.workspace()
  workspaceId = id
  key = keys.owner
})
afterAll(() => world.close())

const choices = [
  { id: 'good', label: 'Good for {{company|you}}' },
  { id: 'bad', label: 'Bad' },
]
const questions: readonly Question[] = [
  { id: 'who', kind: 'contact', title: 'Who are you?', required: true },
  { id: 'firm', kind: 'company', title: 'Which company?', parts: ['name', 'domain'] },
  {
    id: 'rated',
    kind: 'matrix',
    title: 'How is {{firm.domain|it}}, {{who.firstName}}?',
    rows: [
      { id: 'price', label: 'Price' },
      { id: 'speed', label: 'Speed' },
    ],
    choices,
  },
  {
    id: 'code',
    kind: 'short-text',
    title: 'Which code?',
    validation: { pattern: '[A-Z]{3}', patternHint: 'Three capitals, please' },
  },
  { id: 'mails', kind: 'consent', title: 'You may write to me.', purpose: 'contact' },
  { id: 'terms', kind: 'consent', title: 'I agree to the terms.' },
]
const form: Form = {
  schema: 1,
  title: 'Ask',
  language: 'en',
  hidden: ['plan'],
  questions: [...questions],
  consents: [{ purpose: 'contact', text: 'We write once a month.', textVersion: '2026-11' }],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thanks, {{who}}', body: 'To {{who.email}}' }],
}
const model: ScoringModel = {
  schema: 1,
  name: 'Parts',
  fit: {
    groups: [
      {
        id: 'g',
        label: 'G',
        criteria: [
          {
            id: 'price',
            label: 'Likes the price',
            when: { ref: 'question:rated.price', op: 'is', value: 'good' },
            points: 30,
          },
          {
            id: 'domain',
            label: 'Of a company we know',
            when: { ref: 'property:email', op: 'in-list', value: ['engine.example'] },
            points: 12,
          },
        ],
      },
    ],
  },
  intent: { groups: [] },
}

const published = async (draft: Form = form) => {
  const id = await publishForm(world.storage, { workspaceId, draft })
  world.deps.directory.forget()
  return id
}
const contact = { firstName: 'Ada', lastName: 'Lovelace', email: 'ADA@engine.example' }
const submit = async (
  formId: string,
  ...[answers, more = {}]: [{ readonly [id: string]: unknown }, object?]
) =>
  world.call('POST', `/v1/public/forms/${formId}/submissions`, {
    body: {
      version: 1,
      answers: Object.entries(answers).map(([questionId, value]) => ({ questionId, value })),
      ...more,
    },
    headers: { 'idempotency-key': v7() },
  })
const submissionOf = async (id: string) =>
  (await world.call('GET', `/v1/submissions/${id}`, { key })).json
const leadOf = async (id: string) => (await world.call('GET', `/v1/leads/${id}`, { key })).json

test('sales read a question, its labels and its unit as the visitor did', async () => {
  const name: Question = { id: 'name', kind: 'short-text', title: 'Your name?' }
  const seats: Question = {
    id: 'seats',
    kind: 'number',
    title: 'How many, {{name|friend}}?',
    unit: 'seats for {{name|you}}',
  }
  const formId = await published({ ...form, questions: [...questions, name, seats] })
  const { json } = await submit(formId, { who: contact, name: 'Ann {{who}}', seats: 5 })
  const { answers } = await submissionOf(json.submissionId)
  expect(answers.at(-1)).toMatchObject({
    title: 'How many, Ann {{who}}?',
    display: '5 seats for Ann {{who}}',
  })
})

test('a contact and a company say who the lead is', async () => {
  const formId = await published()
  const answers = {
    who: { ...contact, phone: '+49 30 123456' },
    firm: { name: 'Engine', domain: 'engine.example' },
  }
  const { json } = await submit(formId, answers)
  expect(json.ending).toMatchObject({
    title: 'Thanks, Ada Lovelace',
    body: 'To ada@engine.example',
  })
  const { leadId } = await submissionOf(json.submissionId)
  const lead = await leadOf(leadId)
  expect(lead).toMatchObject({
    email: 'ada@engine.example',
    name: 'Ada Lovelace',
    company: 'Engine',
  })
  expect(
    Object.fromEntries(
      Object.entries<{ display: string }>(lead.properties).map(([name, { display }]) => [
        name,
        display,
      ]),
    ),
  ).toEqual({
    firstName: 'Ada',
    lastName: 'Lovelace',
    email: 'ada@engine.example',
    phone: '+4930123456',
    company: 'Engine',
    companyDomain: 'engine.example',
  })
})

test('models read the parts of answers and explain them in words', async () => {
  await world.storage.models.create({
    id: v7(),
    workspaceId,
    draft: model,
    revision: 1,
    publishedVersion: undefined,
    updatedAt: new Date(),
  })
  const { items } = { items: await world.storage.models.list(workspaceId) }
  await world.storage.models.publish(workspaceId, items[0]?.id ?? '', {
    revision: 1,
    rationale: '',
    now: new Date(),
    by: undefined,
  })
  const formId = await published()
  const answers = {
    who: contact,
    firm: { name: 'Engine', domain: 'engine.example' },
    rated: { price: 'good' },
  }
  const kept = await submissionOf((await submit(formId, answers)).json.submissionId)
  expect(kept.score.fit).toBe(100)
  const because = kept.score.contributions.map((one: { because: string }) => one.because)
  expect(because.join()).toMatch(/^Likes the price: Good for Engine/)
  expect(kept.answers[2]).toMatchObject({
    title: 'How is engine.example, Ada?',
    display: 'Price: Good for Engine',
  })
})

test('of hidden values only those that the form declares are kept', async () => {
  const formId = await published()
  const hidden = { plan: 'pro', email: 'spy@example.com', '': 'x' }
  const { json } = await submit(formId, { who: contact }, { hidden })
  const kept = await world.storage.submissions.find(workspaceId, json.submissionId)
  expect(kept?.hidden).toEqual({ plan: 'pro' })
})

test('a consent is kept with the version of the text that was shown, whatever the page says', async () => {
  const formId = await published()
  const { json } = await submit(
    formId,
    { who: contact, mails: true, terms: false },
    {
      consent: [
        { purpose: 'contact', granted: false, textVersion: '1999' },
        { purpose: 'analytics', granted: true, textVersion: 'banner-7' },
      ],
    },
  )
  const kept = await world.storage.submissions.find(workspaceId, json.submissionId)
  expect(kept?.consent).toEqual([
    { purpose: 'contact', granted: true, textVersion: '2026-11', language: 'en' },
    { purpose: 'terms', granted: false, textVersion: 'form version 1', language: 'en' },
    { purpose: 'analytics', granted: true, textVersion: 'banner-7' },
  ])
})

test('an answer that does not match its pattern is refused with the hint', async () => {
  const formId = await published()
  const { status, json } = await submit(formId, { who: contact, code: 'abc' })
  expect([status, json.errors]).toEqual([
    422,
    [{ path: 'answers.code', code: 'pattern-mismatch', message: 'Three capitals, please' }],
  ])
  expect((await submit(formId, { who: contact, code: 'ABC' })).status).toBe(201)
})

test('what is wrong within a contact is told on its question, by the name of the part', async () => {
  const formId = await published()
  const { json } = await submit(formId, { who: { ...contact, email: 'ada' } })
  expect(json.errors).toEqual([
    {
      path: 'answers.who',
      code: 'not-an-email',
      part: 'email',
      message: 'Email: Please enter an email address, like ann@company.com.',
    },
  ])
})

test('a lead keeps where it first came from and where it came from last', async () => {
  const formId = await published()
  const started = await world.call('POST', `/v1/public/forms/${formId}/conversations`, {
    body: {
      page: { url: 'https://acme.com/?utm_source=ad&gclid=g1', referrer: 'https://s.example/' },
    },
  })
  const grace = { who: { ...contact, email: 'grace@navy.example' } }
  const { conversationId } = started.json
  const page = (name: string) => ({ page: { url: `https://acme.com/${name}?utm_source=${name}` } })
  const first = await submit(formId, grace, { conversationId, ...page('form') })
  const { leadId } = await submissionOf(first.json.submissionId)
  const at = expect.any(String)
  const begun = {
    utm_source: 'ad',
    gclid: 'g1',
    referrer: 'https://s.example/',
    landingPage: 'https://acme.com/',
    at,
  }
  const touch = (name: string) => ({
    utm_source: name,
    landingPage: `https://acme.com/${name}`,
    at,
  })
  expect(await leadOf(leadId)).toMatchObject({
    attribution: { first: begun, last: touch('form') },
    source: 'form',
  })
  await submit(formId, grace, page('later'))
  expect((await leadOf(leadId)).attribution).toEqual({ first: begun, last: touch('later') })
  await submit(formId, grace)
  expect((await leadOf(leadId)).attribution).toEqual({ first: begun, last: touch('later') })
})

test('a lead that no page is known of has no attribution', async () => {
  const { json } = await submit(await published(), {
    who: { ...contact, email: 'nobody@nowhere.example' },
  })
  const { leadId } = await submissionOf(json.submissionId)
  expect(await leadOf(leadId)).not.toHaveProperty('attribution')
})
