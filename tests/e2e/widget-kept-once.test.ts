import { expect, test, vi } from 'vitest'
import { shortForm } from './widget-form.ts'
import { startWebsite } from './widget-host.ts'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, beginOnApi, openSite, heading, press, reachTheEnd, submissions } = stage

test('a conversation that is gone takes no answer with it', async () => {
  const host = await begin()
  await stage.page.route('**/conversations/*', (route) =>
    route.fulfill({
      status: 404,
      headers: { 'access-control-allow-origin': '*' },
      json: { code: 'not-found' },
    }),
  )
  host.replies.push({ status: 422, body: { code: 'unknown-conversation', errors: [] } })
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  const [first, second] = submissions(host)
  expect(first?.body).toMatchObject({ conversationId: 'c-1' })
  expect(second?.body).not.toHaveProperty('conversationId')
  expect(second?.key).toBe(first?.key)
})

test('a visitor who leaves right after the first answer has left it', async () => {
  const host = await begin()
  await openSite(host)
  await heading('How many people').waitFor()
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  await stage.page.goto('about:blank')
  const first = await vi.waitUntil(() => host.heard.find(({ method }) => method !== 'GET'))
  expect(first.body).toMatchObject({ seq: 1, answers: [{ questionId: 'size', value: 's-2' }] })
})

test('what a lost conversation had left out is asked after all', async () => {
  const host = await begin()
  const cors = { 'access-control-allow-origin': '*' }
  const [, ...rest] = shortForm.questions
  await stage.context.addInitScript((name) => {
    localStorage.setItem(name, JSON.stringify('a-token'))
  }, `bantam:${host.url}:visitor`)
  await stage.page.route('**/forms/demo/conversations', (route, request) =>
    request.method() === 'OPTIONS'
      ? route.continue()
      : route.fulfill({
          status: 201,
          headers: cors,
          json: {
            conversationId: 'c-1',
            visitor: 'a-token',
            version: 3,
            skip: [],
            definition: { ...shortForm, questions: rest },
          },
        }),
  )
  host.replies.push({ status: 422, body: { code: 'unknown-conversation', errors: [] } })
  host.replies.push({
    status: 422,
    body: {
      code: 'invalid-answers',
      errors: [{ path: 'answers.size', code: 'required', message: 'Please answer.' }],
    },
  })
  await openSite(host)
  await heading('What is your name?').waitFor()
  await stage.page.getByRole('textbox').fill('Ann')
  await press('Continue')
  await stage.page.getByRole('textbox').fill('Too many leads')
  await press('Submit')
  await heading('How many people').waitFor()
  await stage.page.getByText('51–200').click()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host).at(-1)?.body).toMatchObject({
    answers: expect.arrayContaining([
      { questionId: 'size', value: 's-2' },
      { questionId: 'name', value: 'Ann' },
      { questionId: 'problem', value: 'Too many leads' },
    ]),
  })
})

test('two tabs with one form keep apart what each could not send', async () => {
  const host = await begin()
  await openSite(host)
  const other = await stage.context.newPage()
  await other.goto(stage.page.url())
  await heading('How many people').waitFor()
  await reachTheEnd()
  await other.getByText('51–200').click()
  await other.getByRole('heading', { name: 'What is your name?' }).waitFor()
  await other.getByRole('textbox').fill('Bob')
  await other.keyboard.press('Enter')
  await other.getByRole('heading', { name: 'Bob, what' }).waitFor()
  await stage.context.setOffline(true)
  await press('Submit')
  await other.getByRole('button', { name: 'Submit' }).click()
  await heading('Saved. We will send it').waitFor()
  await other.getByRole('heading', { name: 'Saved. We will send it' }).waitFor()
  const address = stage.page.url()
  await other.close()
  await stage.page.close()
  await stage.context.setOffline(false)
  const reopened = await stage.context.newPage()
  await reopened.goto(address)
  await reopened.getByRole('heading', { name: 'Thank you' }).waitFor()
  // A request that the returning network broke off is sent again: the key makes one of both.
  const names = () =>
    new Map(
      submissions(host).map(({ key, body }) => [
        key,
        Reflect.get(Object(body), 'answers')[1].value,
      ]),
    )
  await expect.poll(() => [...names().values()].toSorted()).toEqual(['Ann', 'Bob'])
  await expect.poll(() => reopened.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('in a frame of another site, where browsers deny storage, it goes on and sends', async () => {
  const host = await begin()
  const site = await startWebsite({
    '/': {
      html: `<h1>Acme</h1><iframe src="${host.url}f/demo" width="600" height="600"></iframe>`,
    },
  })
  stage.atEnd(site.stop)
  // Another site than the host's: its name differs, not just its port.
  await stage.page.goto(site.url.replace('127.0.0.1', 'localhost'))
  const frame = stage.page.frameLocator('iframe')
  await frame.getByText('51–200').click()
  await frame.getByRole('heading', { name: 'What is your name?' }).waitFor()
  const denied = await frame.locator('body').evaluate(() => {
    try {
      return String(localStorage.length)
    } catch (error) {
      return error instanceof DOMException ? error.name : ''
    }
  })
  expect(denied).toBe('SecurityError')
  await frame.getByRole('textbox').fill('Ann')
  await frame.getByRole('button', { name: 'Continue' }).click()
  await frame.getByRole('button', { name: 'Submit' }).click()
  await frame.getByRole('heading', { name: 'Thank you, Ann.' }).waitFor()
  expect(submissions(host)).toHaveLength(1)
})

test('whatever happens between the click and the receipt, the database holds it once', async () => {
  const host = await beginOnApi()
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  const address = stage.page.url()
  let tries = 0
  // Stored, but nobody hears of it: first a lost answer, then a closed tab.
  await stage.page.route('**/submissions', async (route) => {
    await route.fetch()
    if (++tries === 1) return route.abort()
    return stage.page.close()
  })
  await stage.page.getByRole('button', { name: 'Submit' }).dblclick()
  await expect.poll(() => tries, { timeout: 5000 }).toBe(2)
  const reopened = await stage.context.newPage()
  await reopened.goto(address)
  await reopened.getByRole('heading', { name: 'Thank you, Ann.' }).waitFor()
  const stored = await host.stored()
  expect(stored).toHaveLength(1)
  expect(stored[0]?.answers.map(({ value }) => value)).toEqual(['s-2', 'Ann', 'Too many leads'])
  expect(host.calls.filter((call) => call === 'POST submissions 201')).toHaveLength(1)
})

test('in the database two tabs are two submissions, and a late save of one takes nothing back', async () => {
  const host = await beginOnApi()
  await openSite(host)
  const saves: { url: string; body: string }[] = []
  stage.page.on('request', (request) => {
    if (request.method() === 'PUT')
      saves.push({ url: request.url(), body: request.postData() ?? '' })
  })
  const other = await stage.context.newPage()
  await other.goto(stage.page.url())
  for (const [page, name] of [
    [stage.page, 'Ann'],
    [other, 'Bob'],
  ] as const) {
    await page.getByText('51–200').click()
    await page.getByRole('heading', { name: 'What is your name?' }).waitFor()
    // Long enough for the conversation to be begun with the first answer alone.
    await page.waitForTimeout(1000)
    await page.getByRole('textbox').fill(name)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: `${name}, what` }).waitFor()
    await page.waitForTimeout(1000)
  }
  await expect.poll(() => saves.length).toBe(1)
  const [{ url, body } = { url: '', body: '{}' }] = saves
  const { seq, answers } = JSON.parse(body)
  expect([seq, answers.length]).toEqual([2, 2])
  const late = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seq: 1, answers: answers.slice(0, 1) }),
  })
  expect(late.status).toBe(200)
  const kept = await host.conversations.find(new URL(url).pathname.slice(25))
  expect([kept?.seq, kept?.answers.length]).toEqual([2, 2])
  await stage.context.setOffline(true)
  await press('Submit')
  await other.getByRole('button', { name: 'Submit' }).click()
  await heading('Saved. We will send it').waitFor()
  await stage.context.setOffline(false)
  await heading('Thank you, Ann.').waitFor()
  await other.getByRole('heading', { name: 'Thank you, Bob.' }).waitFor()
  const names = (await host.stored()).map(({ answers }) => answers[1]?.value)
  expect(names.toSorted()).toEqual(['Ann', 'Bob'])
})

test.each([
  ['goes on with what was answered before it', undefined, 'What is your name?'],
  ['is asked anew where all of it has been sent', { key: 'k' }, 'How many people work'],
])('a form that was published anew %s', async (_what, frozen, title) => {
  const host = await begin()
  const kept = { answers: [{ questionId: 'size', value: 's-2' }], drafts: { size: 's-2' }, frozen }
  await stage.context.addInitScript(
    ([name, text]) => {
      if (!sessionStorage.getItem('was here')) sessionStorage.setItem(name ?? '', text ?? '')
      sessionStorage.setItem('was here', '1')
    },
    [`bantam:${host.url}:demo:2`, JSON.stringify(kept)],
  )
  await openSite(host)
  await heading(title).waitFor()
  if (!frozen) await stage.page.getByRole('textbox').fill('Ann')
  await stage.page.reload()
  await heading(title).waitFor()
  if (!frozen) expect(await stage.page.getByRole('textbox').inputValue()).toBe('Ann')
  expect(submissions(host)).toEqual([])
})
