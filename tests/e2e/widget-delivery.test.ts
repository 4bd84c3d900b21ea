import { expect, test } from 'vitest'
import { shortForm } from './widget-form.ts'
import { startWebsite } from './widget-host.ts'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading, press, reachTheEnd, submissions } = stage

test('answers and half-written texts survive a reload', async () => {
  const host = await begin()
  await openSite(host)
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  await stage.page.getByRole('textbox').fill('An')
  await stage.page.reload()
  await heading('What is your name?').waitFor()
  expect(await stage.page.getByRole('textbox').inputValue()).toBe('An')
  await press('Back')
  expect(await stage.page.getByLabel('51–200').isChecked()).toBe(true)
})

test('offline, the answers are kept and sent once when the network returns', async () => {
  const host = await begin()
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await stage.context.setOffline(true)
  await press('Submit')
  await heading('Saved. We will send it as soon as you are back online.').waitFor()
  expect(submissions(host)).toHaveLength(0)
  await stage.context.setOffline(false)
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)).toHaveLength(1)
})

test('what could not be sent is sent under the same key after a reload', async () => {
  const host = await begin()
  await openSite(host)
  await heading('How many people').waitFor()
  host.replies.push({ status: 503, headers: { 'retry-after': '60' }, body: {} })
  await reachTheEnd()
  await press('Submit')
  await heading('Saved. It will be sent in a moment.').waitFor()
  await stage.page.reload()
  await heading('Thank you').waitFor()
  const [first, second, ...more] = submissions(host)
  expect(more).toEqual([])
  expect(second).toEqual(first)
  expect(first?.key).toMatch(/^[0-9a-f]{32}$/)
  await stage.page.reload()
  await heading('How many people').waitFor()
})

test('an impatient visitor sends once', async () => {
  const host = await begin()
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await stage.page.getByRole('button', { name: 'Submit' }).dblclick()
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)).toHaveLength(1)
})

test('an answer that the server refuses is asked again with its words', async () => {
  const host = await begin()
  host.replies.push({
    status: 422,
    body: {
      code: 'invalid-answers',
      errors: [{ path: 'answers.name', code: 'too-short', message: 'Please give your full name.' }],
    },
  })
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await press('Submit')
  await heading('What is your name?').waitFor()
  const input = stage.page.getByRole('textbox', { description: 'Please give your full name.' })
  expect(await input.inputValue()).toBe('Ann')
  expect(await input.evaluate((field) => field.matches(':focus'))).toBe(true)
  await input.fill('Ann Lee')
  await press('Submit')
  await heading('Thank you, Ann Lee.').waitFor()
  const [refused, accepted] = submissions(host)
  expect(accepted?.key).not.toBe(refused?.key)
})

test('a form that is gone says so and leads to its own page', async () => {
  const host = await begin()
  host.replies.push({ status: 422, body: { code: 'unknown-version', errors: [] } })
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await press('Submit')
  await heading('This form has changed').waitFor()
  expect(await stage.page.getByRole('link', { name: 'Open the form' }).getAttribute('href')).toBe(
    `${host.url}f/demo`,
  )
})

test('an unfinished conversation reaches the server in the background', async () => {
  const host = await begin()
  await openSite(host, {
    attributes: 'async data-hidden-plan="pro"',
    query: '?utm_source=mail&other=1',
  })
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  await expect.poll(() => host.heard.length).toBe(1)
  await stage.page.getByRole('textbox').fill('Ann')
  await stage.page.keyboard.press('Enter')
  await expect.poll(() => host.heard.map(({ method }) => method)).toEqual(['POST', 'PUT'])
  const [opening, progress] = host.heard
  expect(opening?.body).toMatchObject({ hidden: { plan: 'pro', utm_source: 'mail' } })
  expect(opening?.body).toMatchObject({ page: { title: 'Acme' } })
  expect(opening?.body).toMatchObject({ seq: 1, answers: [{ questionId: 'size' }] })
  expect(progress?.path).toBe('/v1/public/conversations/c-1')
  expect(progress?.body).toMatchObject({
    answers: [{ questionId: 'size' }, { questionId: 'name' }],
  })
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)[0]?.body).toMatchObject({ version: 3, conversationId: 'c-1' })
})

test('a browser that denies storage loses nothing while the page is open', async () => {
  const host = await begin()
  await stage.page.addInitScript(() => {
    const deny = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    Object.defineProperty(window, 'sessionStorage', { get: deny })
    Object.defineProperty(window, 'localStorage', { get: deny })
  })
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)).toHaveLength(1)
})

test('what the visitor does while the rest is still loading is not lost', async () => {
  const host = await begin()
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await stage.page.route('**/outfit-*.js', async (route) => {
    await held
    await route.continue()
  })
  await openSite(host)
  await stage.page.getByText('51–200').click()
  await press('Continue')
  await press('Continue')
  expect(await stage.page.getByLabel('51–200').isChecked()).toBe(true)
  release()
  await heading('What is your name?').waitFor()
  expect(await stage.page.getByRole('textbox').getAttribute('aria-invalid')).toBe('false')
})

test('a redirect ending goes where the form says', async () => {
  const site = await startWebsite({ '/welcome': { html: '<h1>Welcome</h1>' } })
  stage.atEnd(site.stop)
  const host = await begin({
    ...shortForm,
    endings: [{ id: 'go', kind: 'redirect', title: 'Off we go', url: `${site.url}welcome` }],
  })
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await press('Submit')
  await heading('Welcome').waitFor()
  expect(stage.page.url()).toBe(`${site.url}welcome`)
})
