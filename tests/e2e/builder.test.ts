import type { Page } from 'playwright'
import { beforeAll, expect, test } from 'vitest'
import { stageBuilder } from './builder-stage.ts'

const stage = stageBuilder()
const { findings, publish } = stage
let page: Page
beforeAll(() => {
  page = stage.page
})

test('a form is made from a template by keyboard, with the widget beside the list', async () => {
  await page.getByRole('link', { name: 'New form' }).click()
  await page.getByRole('option').first().waitFor()
  await page.getByRole('searchbox').fill('pricing')
  await page.getByRole('heading', { name: 'Pricing inquiry' }).waitFor()
  await page.getByRole('heading', { name: 'What should we call you?' }).waitFor()
  expect(await findings()).toEqual([])
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Ask for a price' }).waitFor()
}, 60_000)

test('a version is restored after being asked, and undo brings the draft back', async () => {
  const title = page.getByLabel('Question', { exact: true })
  await title.waitFor()
  const first = await title.inputValue()
  await publish(1)
  await title.fill('And you are?')
  await publish(2)
  await page.getByRole('button', { name: 'Versions' }).click()
  await page.getByText(`${first} → And you are?`).waitFor()
  expect(await findings()).toEqual([])
  await page.getByRole('button', { name: /^Version 1/ }).click()
  await page.getByRole('button', { name: 'Restore version 1' }).click()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect.poll(() => title.inputValue()).toBe(first)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => title.inputValue()).toBe('And you are?')
}, 60_000)

test('a form is duplicated from the list', async () => {
  await page.getByRole('link', { name: 'All forms' }).click()
  await page.getByLabel('More for Ask for a price').click()
  await page.getByRole('button', { name: 'Duplicate' }).click()
  const copy = page.getByRole('link', { name: 'Ask for a price (copy)' })
  await expect.poll(() => copy.isVisible()).toBe(true)
}, 60_000)

test('a form is taken offline from the list after being asked, and is nowhere then', async () => {
  const address = async () => {
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'Open the full page' }).click(),
    ])
    const url = opened.url()
    await opened.close()
    return url
  }
  const more = page.getByLabel('More for Ask for a price', { exact: true })
  await more.click()
  const url = await address()
  expect((await fetch(url)).status).toBe(200)
  await more.click()
  await page.getByRole('button', { name: 'Take offline' }).click()
  await page.getByRole('heading', { name: 'Take “Ask for a price” offline?' }).waitFor()
  await expect.poll(findings).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Take offline' }).click()
  await page.getByText('“Ask for a price” is offline.').waitFor()
  expect((await fetch(url)).status).toBe(404)
  await more.click()
  expect(await page.getByRole('button', { name: 'Take offline' }).count()).toBe(0)
  await page.keyboard.press('Escape')
}, 60_000)

test('a question that is added is worded at once, and the preview follows where it moves', async () => {
  await page.getByRole('link', { name: 'Ask for a price', exact: true }).click()
  await page.getByLabel('Add a question').click()
  await page.getByRole('button', { name: 'Short text', exact: true }).click()
  const title = page.getByLabel('Question', { exact: true })
  await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type('Which colour?')
  expect(await title.inputValue()).toBe('Which colour?')
  const shown = page.getByRole('region', { name: 'Preview' })
  await shown.getByRole('heading', { name: 'Which colour?' }).waitFor()
  for (let times = 0; times < 2; times++) {
    await page.getByRole('button', { name: 'Move down (Alt ↓)' }).click()
    await shown.getByRole('heading', { name: 'Which colour?' }).waitFor({ timeout: 5000 })
  }
}, 60_000)
