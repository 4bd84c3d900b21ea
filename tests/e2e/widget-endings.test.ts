import type { Form } from '@bantam/schema'
import { expect, test } from 'vitest'
import { shortForm } from './widget-form.ts'
import { startWebsite } from './widget-host.ts'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading, press, reachTheEnd } = stage

const endingOn = (ending: Partial<Form['endings'][number]>): Form => ({
  ...shortForm,
  endings: [{ id: 'end', kind: 'message', title: 'Thank you.', ...ending }],
})
const calendar = async () => {
  const site = await startWebsite({
    '/book': { html: '<!doctype html><title>Book</title><button>Tuesday, 10:00</button>' },
  })
  stage.atEnd(site.stop)
  return `${site.url}book`
}
const send = async () => {
  await heading('How many people').waitFor()
  await reachTheEnd()
  await stage.page.waitForTimeout(1600)
  await press('Submit')
}

test('a booking ending shows the calendar beneath its link', async () => {
  const url = await calendar()
  const host = await begin(endingOn({ kind: 'booking', title: 'Pick a time.', url }))
  await openSite(host)
  await send()
  await heading('Pick a time.').waitFor()
  const link = stage.page.getByRole('link', { name: 'Choose a time' })
  expect(await link.getAttribute('href')).toBe(url)
  await stage.page
    .frameLocator('bantam-form iframe[title="Pick a time."]')
    .getByRole('button', { name: 'Tuesday' })
    .waitFor()
})

test('where the page forbids frames, the link to the calendar stays alone', async () => {
  const url = await calendar()
  const host = await begin(endingOn({ kind: 'booking', title: 'Pick a time.', url }))
  const spoken: string[] = []
  stage.page.on('console', (message) => spoken.push(message.text()))
  await openSite(host, {
    policy: `default-src 'none'; script-src ${host.url}; connect-src ${host.url}; style-src 'none'`,
  })
  await send()
  await stage.page.getByRole('link', { name: 'Choose a time' }).waitFor()
  await expect.poll(() => stage.page.locator('bantam-form iframe').count()).toBe(0)
  // The policy speaks of it, and that is all that happens.
  expect(stage.forgive(...spoken)).toBe(1)
})

test('what is given to download is named', async () => {
  const url = 'https://example.com/files/guide.pdf?v=2'
  const host = await begin(endingOn({ kind: 'asset', title: 'Here it is.', url }))
  await openSite(host)
  await send()
  const link = stage.page.getByRole('link', { name: 'Open it now (guide.pdf)' })
  await link.waitFor()
  expect(await link.getAttribute('href')).toBe(url)
})
