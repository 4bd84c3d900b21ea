import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../browser.ts'
import { createProduct, type Product, type Server } from '../product.ts'

let product: Product
let server: Server
let browser: Browser

beforeAll(async () => {
  ;[product, browser] = await Promise.all([createProduct(), launch()])
  server = await product.serve()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  product?.remove()
})

test('whoever starts an empty installation opens the demo workspace, its forms and its inbox', async () => {
  const context = await browser.newContext()
  const home = await context.newPage()
  await home.goto(product.baseUrl)
  await home.getByRole('button', { name: 'Open the demo workspace' }).click()
  await home.getByText('Request a demo').first().waitFor()
  const inbox = await context.newPage()
  await inbox.setViewportSize({ width: 1280, height: 800 })
  const listed = inbox.waitForResponse((response) => response.url().includes('/v1/leads?'))
  await inbox.goto(`${product.baseUrl}/inbox/`)
  const { items } = (await (await listed).json()) as { items: unknown[] }
  expect(items.length).toBeGreaterThan(10)
})
