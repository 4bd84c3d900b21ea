import { expect, test } from 'vitest'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading, press, reachTheEnd, submissions } = stage

test('what follows the first question is asked for at once, in files that come side by side', async () => {
  const host = await begin()
  const asked: string[] = []
  let arrive = () => {}
  const arrivals = new Promise<void>((resolve) => (arrive = resolve))
  await stage.page.route('**/assets/w/*', async (route) => {
    const [, name = ''] = /\/w\/(.+)-.{8}\.js$/.exec(route.request().url()) ?? []
    asked.push(name)
    if (name !== 'start') await arrivals
    await route.continue()
  })
  await openSite(host)
  await heading('How many people').waitFor()
  const beside = ['answers', 'delivery', 'inputs', 'outfit', 'path', 'visit']
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

test.each(['answers', 'delivery', 'inputs', 'outfit', 'path', 'visit'])(
  'where %s cannot be had, a link is left',
  async (name) => {
    const host = await begin()
    await stage.page.route(`**/assets/w/${name}-*`, (route) => route.abort())
    await openSite(host)
    const link = stage.page.getByRole('link', { name: 'on its own page' })
    expect(await link.getAttribute('href')).toBe(`${host.url}f/demo`)
  },
)
