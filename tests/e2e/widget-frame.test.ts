import { expect, test } from 'vitest'
import { firstPlacement } from '../../apps/builder/src/share/placement.ts'
import { frameSnippet } from '../../apps/builder/src/share/snippet.ts'
import { everyKind } from './widget-form.ts'
import { startWebsite } from './widget-host.ts'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin } = stage

const openFramed = async (token?: string) => {
  const host = await begin(everyKind)
  const form = { id: 'demo', title: 'Request a demo', url: `${host.url}f/demo` }
  const snippet = frameSnippet(form, {
    placement: firstPlacement,
    ...(token !== undefined && { token }),
  })
  const site = await startWebsite({
    '/': { html: `<!doctype html><body>${snippet}<p>After</p></body>` },
  })
  stage.atEnd(site.stop)
  await stage.page.goto(site.url)
  const frame = stage.page.frameLocator('iframe[title="Request a demo"]')
  await frame.getByRole('heading', { name: 'How many people' }).waitFor()
  return { host, frame }
}
const height = () =>
  stage.page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height)

test('a page that runs no script of others holds the form in a frame of a fixed height', async () => {
  const { frame } = await openFramed()
  await frame.getByText('51–200').click()
  await frame.getByRole('heading', { name: 'procurement' }).waitFor()
  expect(await height()).toBe(640)
})

test('a frame that fits follows the form, and only its own', async () => {
  await openFramed('k7')
  await expect.poll(height).toBe(540)
  await stage.page.setViewportSize({ width: 200, height: 700 })
  await expect.poll(height).toBeGreaterThan(540)
  const before = await height()
  await stage.page.evaluate(() => postMessage({ bantam: 'k7', height: 99 }, '*'))
  await stage.page.waitForTimeout(100)
  expect(await height()).toBe(before)
})

test('a form on its own page, framed by nobody, tells nobody anything', async () => {
  const host = await begin()
  await stage.page.addInitScript(() => {
    addEventListener('message', () => document.documentElement.setAttribute('data-heard', ''))
  })
  await stage.page.goto(`${host.url}f/demo?embed=k7`)
  await stage.heading('How many people').waitFor()
  await stage.page.waitForTimeout(100)
  expect(await stage.page.locator('[data-heard]').count()).toBe(0)
})
