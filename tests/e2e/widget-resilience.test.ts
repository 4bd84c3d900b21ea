import { expect, test } from 'vitest'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading, press, reachTheEnd, submissions } = stage

/** Partial saves as they came, the first with the conversation: the number of each and the ids of its answers. */
const saves = (host: Awaited<ReturnType<typeof begin>>) =>
  host.heard
    .filter(({ path }) => path.includes('/conversations'))
    .map(({ body }) => {
      const { seq, answers } = body as { seq: number; answers: { questionId: string }[] }
      return { seq, ids: answers.map(({ questionId }) => questionId) }
    })

test('a page that goes saves at once what was answered last', async () => {
  const host = await begin()
  await openSite(host)
  await heading('How many people').waitFor()
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  await expect.poll(() => saves(host)).toEqual([{ seq: 1, ids: ['size'] }])
  await stage.page.getByRole('textbox').fill('Ann')
  await stage.page.keyboard.press('Enter')
  await heading('Ann, what').waitFor()
  await stage.page.goto('about:blank')
  await expect.poll(() => saves(host).at(-1)).toEqual({ seq: 2, ids: ['size', 'name'] })
})

test('what was answered offline is saved when the network returns', async () => {
  const host = await begin()
  await openSite(host)
  await heading('How many people').waitFor()
  await stage.page.getByText('51–200').hover()
  await stage.context.setOffline(true)
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  await stage.page.waitForTimeout(1000)
  expect(host.heard).toEqual([])
  await stage.context.setOffline(false)
  await expect.poll(() => saves(host)).toEqual([{ seq: 1, ids: ['size'] }])
})

test('double Enter sends once', async () => {
  const host = await begin()
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await stage.page.keyboard.press('Enter')
  await stage.page.keyboard.press('Enter')
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)).toHaveLength(1)
})

test('a tab that is closed while it sends has its answers taken once', async () => {
  const host = await begin()
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  const address = stage.page.url()
  // The answer never comes back: the visitor cannot know whether it was received.
  await stage.page.route('**/submissions', async (route) => {
    await route.fetch()
    await stage.page.close()
  })
  await press('Submit').catch(() => {})
  // Once, or twice where the browser itself goes on with what the page had begun.
  await expect.poll(() => submissions(host).length).toBeGreaterThan(0)
  const reopened = await stage.context.newPage()
  await reopened.goto(address)
  await reopened.getByRole('heading', { name: 'Thank you, Ann.' }).waitFor()
  const [first, ...again] = submissions(host)
  expect(again.length).toBeGreaterThan(0)
  for (const one of again) expect(one).toEqual(first)
  expect(await reopened.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test('a page that comes back whole from the history goes on, and sends nothing twice', async () => {
  const host = await begin()
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  const away = () =>
    stage.page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    })
  await away()
  await heading('Ann, what').waitFor()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  await away()
  await stage.page.waitForTimeout(200)
  expect(submissions(host)).toHaveLength(1)
  await heading('Thank you, Ann.').waitFor()
})

test('a storage without room keeps the answers in the page', async () => {
  const host = await begin()
  await stage.page.addInitScript(() => {
    for (const area of [localStorage, sessionStorage]) {
      let size = 4_000_000
      while (size > 0)
        try {
          area.setItem(`host-${area.length}`, 'x'.repeat(size))
        } catch {
          size = Math.floor(size / 2)
        }
    }
  })
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await stage.context.setOffline(true)
  await press('Submit')
  await heading('Saved. We will send it').waitFor()
  await stage.context.setOffline(false)
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)).toHaveLength(1)
})

test('a storage that fills up midway loses nothing while the page is open', async () => {
  const host = await begin()
  await openSite(host)
  await heading('How many people').waitFor()
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  await stage.page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await stage.page.getByRole('textbox').fill('Ann')
  await press('Continue')
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)[0]?.body).toMatchObject({
    answers: [{ value: 's-2' }, { value: 'Ann' }, { value: null }],
  })
})

test.each([-20, 20])('a clock that is %i years off changes nothing', async (years) => {
  const host = await begin()
  await stage.page.addInitScript(
    (shift) => {
      const now = Date.now
      Date.now = () => now() + shift
    },
    years * 365 * 86_400_000,
  )
  host.replies.push({ status: 503, headers: { 'retry-after': '1' }, body: {} })
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)).toHaveLength(2)
})

test.each([503, 429])(
  'a server that asks to wait (%i) is obeyed, and the visitor told how long',
  async (status) => {
    const host = await begin()
    host.replies.push({ status, headers: { 'retry-after': '3' }, body: {} })
    await openSite(host)
    await heading('How many people').waitFor()
    await reachTheEnd()
    await press('Submit')
    await heading('Saved. It will be sent in a moment.').waitFor()
    await stage.page.getByText('in 3 seconds').waitFor()
    const asked = Date.now()
    await stage.page.evaluate(() => dispatchEvent(new Event('online')))
    await stage.page.waitForTimeout(1500)
    expect(submissions(host)).toHaveLength(1)
    await heading('Thank you, Ann.').waitFor()
    expect(Date.now() - asked).toBeGreaterThan(2500)
    expect(submissions(host)).toHaveLength(2)
  },
)

test('a server that does not answer is asked again under the same key', async () => {
  const host = await begin()
  await stage.page.addInitScript(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal)
    AbortSignal.timeout = (milliseconds) => timeout(milliseconds / 100)
  })
  let isStuck = true
  await stage.page.route('**/submissions', async (route) => {
    if (!isStuck) return route.continue()
    isStuck = false
    await route.fetch()
  })
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await press('Submit')
  await heading('Saved.').waitFor()
  await heading('Thank you, Ann.').waitFor()
  const [first, second, ...more] = submissions(host)
  expect(more).toEqual([])
  expect(second).toEqual(first)
})

test('where the scripts against spam are blocked, the answers arrive all the same', async () => {
  const host = await begin()
  await stage.page.route(/\/(trap|prove)-/, (route) => route.abort())
  await openSite(host)
  await heading('How many people').waitFor()
  await reachTheEnd()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)).toHaveLength(1)
})
