import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../browser.ts'
import { createProduct, type Product, type Server } from '../product.ts'

let product: Product
let server: Server
let browser: Browser
let page: Page
beforeAll(async () => {
  product = await createProduct()
  const { users } = await product.demo()
  server = await product.serve()
  browser = await launch()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  page = await context.newPage()
  const marketer = users.find(({ role }) => role === 'marketer')
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
  const publish = async (version: number) => {
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await page.getByText(`Version ${version} is live.`).waitFor()
  }
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
