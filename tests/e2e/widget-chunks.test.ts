import { expect, test } from 'vitest'
import { shortForm } from './widget-form.ts'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading, press, reachTheEnd, submissions } = stage

test('what follows the first question is asked for at once, in files that come side by side', async () => {
  const host = await begin()
  const asked: string[] = []
  let arrive = () => {}
  const arrivals = new Promise<void>((resolve) => (arrive = resolve))
  await stage.page.route('**/assets/w/*', async (route) => {
    const [, name = ''] = /\/w\/(.+)-.{6}\.js$/.exec(route.request().url()) ?? []
    asked.push(name)
    if (name !== 'start') await arrivals
    await route.continue()
  })
  await openSite(host)
  await heading('How many people').waitFor()
  const beside = ['answers', 'delivery', 'diff', 'inputs', 'outfit', 'path', 'visit']
  await expect.poll(() => asked.toSorted()).toEqual([...beside, 'start'].toSorted())
  arrive()
  await reachTheEnd()
  await press('Submit')
  await heading('Thank you, Ann.').waitFor()
  expect(submissions(host)).toHaveLength(1)
  // Only what tells people from programs comes later.
  const later = asked.slice(beside.length + 1)
  expect(later.filter((name) => !['trap', 'prove'].includes(name))).toEqual([])
})

test.each(['answers', 'delivery', 'diff', 'inputs', 'outfit', 'path', 'visit'])(
  'where %s cannot be had, a link is left',
  async (name) => {
    const host = await begin()
    await stage.page.route(`**/assets/w/${name}-*`, (route) => route.abort())
    await openSite(host)
    const link = stage.page.getByRole('link', { name: 'on its own page' })
    expect(await link.getAttribute('href')).toBe(`${host.url}f/demo`)
  },
)

test('a choice made before the rest has come goes on with it, and never sends by itself', async () => {
  for (const questions of [shortForm.questions, shortForm.questions.slice(0, 1)]) {
    const host = await begin({ ...shortForm, questions })
    let arrive = () => {}
    const arrivals = new Promise<void>((resolve) => (arrive = resolve))
    await stage.page.route(/\/w\/(?!start)/, async (route) => {
      await arrivals
      await route.continue()
    })
    await openSite(host)
    await stage.page.getByText('51–200').click()
    await stage.page.waitForTimeout(300)
    arrive()
    if (questions.length > 1) await heading('What is your name?').waitFor()
    else {
      await stage.page.getByRole('button', { name: 'Submit' }).waitFor()
      await stage.page.waitForTimeout(500)
      expect(submissions(host)).toEqual([])
    }
    await stage.page.unrouteAll()
  }
})
