import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../browser.ts'
import { createProduct, type DemoWorkspace, type Product, type Server } from '../product.ts'

let product: Product
let demo: DemoWorkspace
let server: Server
let browser: Browser
let page: Page
beforeAll(async () => {
  product = await createProduct()
  demo = await product.demo()
  server = await product.serve()
  browser = await launch()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  page = await context.newPage()
  const marketer = demo.users.find(({ role }) => role === 'marketer')
  await page.goto(`${product.baseUrl}/`)
  await page
    .getByLabel('Work email')
    .first()
    .fill(marketer?.email ?? '')
  await page
    .getByLabel('Password')
    .first()
    .fill(marketer?.password ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'New form' }).waitFor()
  await page.goto(`${product.baseUrl}/forms/${demo.forms['demo-request']}`)
  await page.getByRole('button', { name: 'This form' }).click()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  product?.remove()
})

const findings = async () =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ target }) => target.join(' ')),
  ])
const openTab = (name: string) => page.getByRole('tab', { name }).click()
const saved = () => page.getByText(/^Saved/).waitFor()
const published = async (version: number) => {
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await page.getByText(`Version ${version} is live.`).waitFor()
}

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
  await published(2)

  const visitor = await browser.newPage({ locale: 'de-DE' })
  const calls: string[] = []
  visitor.on('request', (request) => void calls.push(new URL(request.url()).pathname))
  await visitor.goto(`${product.baseUrl}/f/demo-request`)
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
  await published(3)
  await page.getByRole('button', { name: 'This form' }).click()
  await page.getByRole('button', { name: 'Remove “points”' }).click()
  await page.getByText(/condition of .* reads it/).waitFor()
  expect(await findings()).toEqual([])
  await page.getByRole('button', { name: 'Keep it' }).click()
}, 90_000)
