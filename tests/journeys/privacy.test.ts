import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buyer, canary, hashOf, onlooker, openHouse, promising, type House } from './house.ts'
import { guessedToken, listed, masked, type Answered, type Seen } from './stranger.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

test('unknown, guessed, foreign and expired tokens are answered byte for byte alike', async () => {
  await house.knownLead()
  const answers = new Map<string, object>()
  for (const [kind, body] of Object.entries(await house.nobodies())) {
    const seen = await house.stranger.start(house.demoForm, body)
    expect(seen.json.visitor, kind).not.toBe(body.visitor)
    answers.set(kind, masked(seen))
  }
  const [first, ...others] = answers.values()
  for (const other of others) expect(other).toEqual(first)
})

test('tokens that nobody is known by take about as long as each other', async () => {
  const bodies = Object.values(await house.nobodies())
  const times = bodies.map((): number[] => [])
  for (let round = 0; round < 30; round++)
    for (const [at, body] of bodies.entries()) {
      const begun = performance.now()
      await house.stranger.start(house.demoForm, body)
      times[at]?.push(performance.now() - begun)
    }
  const medians = times.map((of) => of.toSorted((one, other) => one - other)[15] ?? 0)
  expect(Math.max(...medians)).toBeLessThan(3 * Math.min(...medians) + 2)
})

test('typing a known address changes nothing that a browser is told', async () => {
  const { email } = await house.knownLead()
  const tell = async (address: string): Promise<object[]> => {
    const started = await house.stranger.start(house.demoForm)
    const { conversationId = '' } = started.json
    const answers = listed(promising(address))
    const saved = await Promise.all(
      [2, 5, answers.length].map((end) =>
        house.stranger.save(conversationId, { seq: end, answers: answers.slice(0, end) }),
      ),
    )
    const key = `once-${address}`
    const body = { version: 1, answers, conversationId }
    const sent = await house.stranger.submit(house.demoForm, body, key)
    expect(sent.status).toBe(201)
    const again = await house.stranger.submit(house.demoForm, body, key)
    const late = await house.stranger.save(conversationId, { seq: 99, answers })
    return [started, ...saved, sent, again, late].map(masked)
  }
  // As long as the known one, so that lengths tell nothing either.
  const fresh = email.replace('person', 'nobody')
  expect(await tell(email)).toEqual(await tell(fresh))
})

test('the ending rests on this submission, never on what the lead is known for', async () => {
  const { email, leadId } = await house.knownLead()
  const sent = await house.stranger.submit(house.demoForm, {
    version: 1,
    answers: listed(promising(email)),
  })
  expect(sent.json.ending?.id).toBe('thanks-prospecting')
  expect(await house.submissionOf(sent.json.submissionId)).toMatchObject({
    leadId,
    score: { lane: 'sales' },
  })
})

const isTried = (operations: readonly string[]) =>
  operations.length >= 6 &&
  operations.every((operation) => {
    const pattern = new RegExp(`^${operation.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`)
    return [...house.stranger.tried].some((one) => pattern.test(one))
  })

/** What the buyer said in figures, apart from any id that happens to hold them. */
const canaryNumber = /(?<![\w-])4,?321(?![\w-])/

test('no public answer to anything a stranger can send holds what a lead has said', async () => {
  const lead = await house.knownLead()
  const foreign = await house.foreign()
  const { json } = await house.stranger.start(house.demoForm)
  const own = json.conversationId ?? ''
  const abroad = (await house.stranger.start(foreign.formId)).json.conversationId ?? ''
  const tokens = [
    undefined,
    guessedToken(),
    foreign.token,
    lead.leadId,
    lead.email,
    lead.submissionId,
  ]
  const asked: Promise<Seen>[] = []
  for (const formId of [
    house.demoForm,
    house.guide,
    foreign.formId,
    lead.leadId,
    'nowhere',
    lead.email,
  ]) {
    const form = `/v1/public/forms/${encodeURIComponent(formId)}`
    asked.push(house.stranger.send('GET', form), house.stranger.send('GET', `${form}?version=1`))
    asked.push(house.stranger.send('POST', `${form}/uploads`, { body: {} }))
    asked.push(house.stranger.send('GET', `${form}/challenge`))
    asked.push(house.stranger.send('GET', `/f/${encodeURIComponent(formId)}`))
    asked.push(house.stranger.send('GET', `/embed/${encodeURIComponent(formId)}.js`))
    for (const visitor of tokens) {
      asked.push(house.stranger.start(formId, { visitor }))
      for (const conversationId of [undefined, own, abroad, lead.submissionId])
        for (const values of [{ 'work-email': lead.email }, onlooker(lead.email)])
          asked.push(
            house.stranger.submit(formId, {
              version: 1,
              visitor,
              conversationId,
              answers: listed(values),
            }),
          )
      const signals = [{ id: 'signal', name: 'pricing-page' }]
      asked.push(
        house.stranger.send('POST', '/v1/public/signals', { body: { visitor, formId, signals } }),
      )
    }
  }
  for (const id of [own, abroad, lead.submissionId, lead.leadId, 'nowhere'])
    asked.push(house.stranger.save(id, { seq: 1, answers: listed({ 'work-email': lead.email }) }))
  for (const path of [
    '/v1/leads',
    `/v1/leads/${lead.leadId}`,
    `/v1/submissions/${lead.submissionId}`,
    '/v1/live',
    '/f/demo-request',
    '/widget.js',
  ])
    asked.push(house.stranger.send('GET', path))
  const seen = await Promise.all(asked)
  expect(seen.length).toBeGreaterThan(300)
  expect(await house.publicOperations()).toSatisfy(isTried)
  for (const { text, headers } of seen) {
    const all = `${text}${JSON.stringify(headers)}`
    for (const value of [...Object.values(canary), lead.leadId, lead.visitor])
      expect(all).not.toContain(value)
    expect(all).not.toMatch(canaryNumber)
  }
})

test('the token itself is told what is left to ask, but no value and no text of an answer', async () => {
  const lead = await house.knownLead()
  const started = await house.stranger.start(house.demoForm, { visitor: lead.visitor })
  const { definition, conversationId = '' } = started.json
  const left = definition?.questions.map(({ id }) => id) ?? []
  expect(left).toEqual(expect.arrayContaining(['first-name', 'work-email', 'phone']))
  for (const known of ['company-size', 'need', 'budget', 'budget-size', 'current-tool'])
    expect(left).not.toContain(known)
  const answers = listed({ 'first-name': 'Zed', 'work-email': lead.email })
  const all = [
    started,
    await house.stranger.save(conversationId, { seq: 1, answers }),
    await house.stranger.submit(house.demoForm, { version: 1, answers, conversationId }),
  ].map(({ text, headers }) => `${text}${JSON.stringify(headers)}`)
  const said = ['r-director', 's-201-1000', 'n-qualify', 't-quarter', 'b-approved', 'bs-20k']
  const words = ['201–1,000', 'I decide with others', 'Yes, approved', 'shared mailbox']
  for (const text of all) {
    for (const value of [...Object.values(canary), ...said, ...words])
      expect(text).not.toContain(value)
    expect(text).not.toMatch(canaryNumber)
  }
})

test('two people under one address are told apart again, and every id stays', async () => {
  const lead = await house.knownLead()
  const page = `/v1/leads/${lead.leadId}`
  const alone = await house.manage(page)
  const sent = await house.stranger.submit(house.demoForm, {
    version: 1,
    answers: listed(onlooker(lead.email)),
  })
  const { submissionId = '' } = sent.json
  expect((await house.submissionOf(submissionId)).leadId).toBe(lead.leadId)
  expect(await house.manage(page)).not.toEqual(alone)

  const other = await house.manage<{ id: string }>(`${page}/separate`, {
    method: 'POST',
    body: { submissionId },
  })
  expect(await house.manage(page)).toEqual(alone)
  expect(other).toMatchObject({ email: '', submissions: 1, submissionId })
  expect(await house.submissionOf(submissionId)).toMatchObject({
    id: submissionId,
    leadId: other.id,
  })
  expect(await house.submissionOf(lead.submissionId)).toMatchObject({ leadId: lead.leadId })

  // The address is the first lead's alone: whoever types it next is joined to that one.
  const again = await house.stranger.submit(house.demoForm, {
    version: 1,
    answers: listed(onlooker(lead.email)),
  })
  expect((await house.submissionOf(again.json.submissionId)).leadId).toBe(lead.leadId)
})

test('two addresses on one device are two leads, and the second inherits nothing', async () => {
  const first = await house.knownLead()
  const before = await house.manage<{ properties: object }>(`/v1/leads/${first.leadId}`)
  const { json } = await house.stranger.start(house.demoForm, { visitor: first.visitor })
  const second = house.newAddress()
  const sent = await house.stranger.submit(house.demoForm, {
    version: 1,
    conversationId: json.conversationId,
    answers: listed({ 'first-name': 'Zed', 'work-email': second }),
  })
  expect(sent.status).toBe(201)
  const submission = await house.submissionOf(sent.json.submissionId)
  expect(submission.leadId).not.toBe(first.leadId)
  expect(submission.answers.map(({ questionId }) => questionId)).toEqual([
    'first-name',
    'work-email',
  ])
  const inherited = await house.manage<object>(`/v1/leads/${submission.leadId}`)
  expect(JSON.stringify(inherited)).not.toContain(canary.company)
  const after = await house.manage<{ properties: object }>(`/v1/leads/${first.leadId}`)
  expect(after.properties).toEqual(before.properties)
  // What either of them said stays theirs: leads that were taken for one can be told apart by it.
  expect((await house.submissionOf(first.submissionId)).leadId).toBe(first.leadId)
  // And the token starts anew with the second.
  const anew = await house.stranger.start(house.demoForm, { visitor: first.visitor })
  expect(anew.json).not.toHaveProperty('definition')
})

test('a browser does not hear whether an address is the one that its token answered under', async () => {
  const tell = async (same: boolean): Promise<object[]> => {
    const lead = await house.knownLead()
    const email = same ? lead.email : lead.email.replace('person', 'nobody')
    const started = await house.stranger.start(house.demoForm, { visitor: lead.visitor })
    const { conversationId = '' } = started.json
    const answers = listed({ 'first-name': 'Zed', 'work-email': email })
    const saved = await house.stranger.save(conversationId, { seq: 1, answers })
    const sent = await house.stranger.submit(house.demoForm, {
      version: 1,
      answers,
      conversationId,
    })
    expect(sent.status).toBe(201)
    return [started, saved, sent].map(masked)
  }
  expect(await tell(true)).toEqual(await tell(false))
})

test('a client cannot leave out what is required, whatever it claims', async () => {
  const lead = await house.knownLead()
  const answers = listed({ 'first-name': 'Zed', 'work-email': lead.email })
  const claims = { skip: ['role'], known: ['role'], visitor: lead.visitor }
  const newcomer = await house.stranger.start(house.demoForm, claims)
  const foreign = await house.foreign()
  const other = await house.stranger.start(house.guide, { visitor: lead.visitor })
  const refused = [
    { ...claims },
    { ...claims, conversationId: (await house.stranger.start(house.demoForm)).json.conversationId },
    { ...claims, conversationId: other.json.conversationId },
    { ...claims, conversationId: foreign.conversation },
    { ...claims, conversationId: guessedToken() },
  ]
  const before = await countOf('submissions')
  for (const body of refused)
    expect(
      await house.stranger.submit(house.demoForm, { version: 1, answers, ...body }),
    ).toMatchObject({
      status: 422,
    })
  expect(await countOf('submissions')).toBe(before)
  // The token's own conversation does excuse them.
  const { conversationId } = newcomer.json
  expect(
    await house.stranger.submit(house.demoForm, { version: 1, answers, conversationId }),
  ).toMatchObject({
    status: 201,
  })
})

test('conversations that are unknown, foreign or of another form are refused alike', async () => {
  const foreign = await house.foreign()
  const elsewhere = await house.stranger.start(house.guide)
  const ids = [guessedToken().slice(0, 22), foreign.conversation, elsewhere.json.conversationId]
  const answers = listed(onlooker(house.newAddress()))
  const seen = await Promise.all(
    ids.map((conversationId) =>
      house.stranger.submit(house.demoForm, { version: 1, answers, conversationId }),
    ),
  )
  const [first, ...others] = seen.map(masked)
  expect(first).toMatchObject({ status: 422 })
  for (const other of others) expect(other).toEqual(first)
})

test('"not you?" leaves with a fresh token, and the old one is not told of it', async () => {
  const lead = await house.knownLead()
  const { json } = await house.stranger.start(house.demoForm)
  expect(json).not.toHaveProperty('definition')
  expect(json.visitor).not.toBe(lead.visitor)
  const sent = await house.stranger.submit(house.demoForm, {
    version: 1,
    answers: listed(buyer(house.newAddress())),
    conversationId: json.conversationId,
  })
  expect((await house.submissionOf(sent.json.submissionId)).leadId).not.toBe(lead.leadId)
  const old = await house.stranger.start(house.demoForm, { visitor: lead.visitor })
  expect(idsOf(old.json)).not.toContain('budget')
})

test('a token is kept as a hash, and what was known goes with the key of its lead', async () => {
  const lead = await house.knownLead()
  const { json } = await house.stranger.start(house.demoForm, { visitor: lead.visitor })
  expect(idsOf(json)).not.toContain('budget')
  const file = house.product.databaseUrl.slice('file:'.length)
  const bytes = ['', '-wal']
    .map((suffix) => readFileSync(`${file}${suffix}`).toString('latin1'))
    .join()
  expect(bytes).toContain(hashOf(lead.visitor))
  expect(bytes).not.toContain(lead.visitor)
  for (const value of [canary.detail, canary.phone]) expect(bytes).not.toContain(value)

  await house.database.query(`DELETE FROM lead_keys WHERE lead_id = '${lead.leadId}'`)
  const erased = await house.stranger.start(house.demoForm, { visitor: lead.visitor })
  expect(erased.json.visitor).toBe(lead.visitor)
  expect(erased.json).not.toHaveProperty('definition')
  // The conversation that had begun by then may still be finished: what it knew needs no answer, and has no value.
  const sent = await house.stranger.submit(house.demoForm, {
    version: 1,
    answers: listed({ 'first-name': 'Zed', 'work-email': house.newAddress() }),
    conversationId: json.conversationId,
  })
  expect(sent.status).toBe(201)
  const { answers } = await house.submissionOf(sent.json.submissionId)
  expect(answers.filter(({ knownSince }) => knownSince !== undefined)).toEqual([])
})

const countOf = async (table: string): Promise<number> => {
  const rows = await house.database.query<{ total: unknown }>(
    `SELECT count(*) AS total FROM ${table}`,
  )
  return Number(rows[0]?.total)
}

const idsOf = ({ definition }: Answered) => definition?.questions.map(({ id }) => id)
