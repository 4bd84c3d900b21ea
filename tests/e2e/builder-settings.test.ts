import type { Page } from 'playwright'
import { beforeAll, expect, test } from 'vitest'
import { stageBuilder } from './builder-stage.ts'

const stage = stageBuilder()
const { findings, publish } = stage
let page: Page
beforeAll(async () => {
  page = stage.page
  await page.goto(`${stage.baseUrl}/forms/${stage.demo.forms['demo-request']}`)
  await page.getByRole('button', { name: 'This form' }).click()
})

const openTab = (name: string) => page.getByRole('tab', { name }).click()
const saved = () => page.getByText(/^Saved/).waitFor()

test('colour, face, language and protection set in the builder are what a visitor meets', async () => {
  await page.getByLabel('Protect this form against spam').check()
  expect(await findings()).toEqual([])

  await openTab('Look')
  await page.getByLabel('Brand colour', { exact: true }).fill('#0b5fff')
  await page.getByRole('radio', { name: 'Chat' }).check()
  expect(await findings()).toEqual([])

  await openTab('Languages')
  await page.getByLabel('Add a language').selectOption('de')
  const dialog = page.getByRole('dialog', { name: 'Translate into German' })
  await dialog.getByLabel(/^Question: First of all/).fill('Wie dürfen wir Sie nennen?')
  expect(await findings()).toEqual([])
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByText(/texts missing/).waitFor()
  await page.getByText('Wie dürfen wir Sie nennen?').waitFor()
  expect(await findings()).toEqual([])
  await saved()
  await publish(2)

  const visitor = await stage.browser.newPage({ locale: 'de-DE' })
  const calls: string[] = []
  visitor.on('request', (request) => void calls.push(new URL(request.url()).pathname))
  await visitor.goto(`${stage.baseUrl}/f/demo-request`)
  await visitor.getByText('Wie dürfen wir Sie nennen?').waitFor()
  const next = visitor.getByRole('button', { name: 'Weiter' })
  await expect
    .poll(() => next.evaluate((button) => getComputedStyle(button).backgroundColor))
    .toBe('rgb(11, 95, 255)')
  await visitor.getByRole('textbox').first().fill('Ann')
  await next.click()
  await visitor.getByText('Nice to meet you, Ann').waitFor()
  await expect.poll(() => calls.filter((path) => path.endsWith('/challenge')).length).toBe(1)
  await visitor.close()
}, 90_000)

test('a hidden field, a calculation and branches are made without a line of code', async () => {
  await openTab('Data')
  await page.getByLabel('Add a hidden field').fill('partner')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Remove “partner”' }).waitFor()
  await page.getByLabel('Add a calculation').fill('points')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add a step' }).click()
  await page.getByLabel('Value', { exact: true }).fill('5')
  await page.getByRole('button', { name: 'Only if…' }).click()
  await page.getByLabel('Step 1: about').selectOption('hidden:partner')
  expect(await findings()).toEqual([])
  await page.getByRole('list', { name: 'Steps' }).getByRole('button', { name: 'Done' }).click()
  await page.getByText('Add 5 if Hidden field partner is answered').waitFor()

  await page.getByRole('button', { name: /Anything else we should know/ }).click()
  await page.getByRole('button', { name: 'Show only if…' }).click()
  await page.getByLabel('When it shows: about').selectOption('calculation:points')
  await page.getByLabel('When it shows: value').fill('5')
  expect(await findings()).toEqual([])
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('Shown only if Calculation points is at least 5').waitFor()
  await saved()
  await publish(3)
  await page.getByRole('button', { name: 'This form' }).click()
  await page.getByRole('button', { name: 'Remove “points”' }).click()
  await page.getByText(/condition of .* reads it/).waitFor()
  expect(await findings()).toEqual([])
  await page.getByRole('button', { name: 'Keep it' }).click()
}, 90_000)
