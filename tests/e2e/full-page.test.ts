import type { Form } from '@bantam/schema'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../browser.ts'
import { createProduct, type Product, type Server } from '../product.ts'

let product: Product
let server: Server
let browser: Browser

const form: Form = {
  schema: 1,
  title: 'Demo',
  language: 'en',
  questions: [{ id: 'name', kind: 'short-text', title: 'What is your name?' }],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you.' }],
  translations: { de: { title: 'Vorführung', 'questions.name.title': 'Wie heißen Sie?' } },
}

beforeAll(async () => {
  ;[product, browser] = await Promise.all([createProduct(), launch()])
  const { apiKey } = await product.demo()
  server = await product.serve()
  const call = async (path: string, body: object) => {
    const response = await fetch(`${product.baseUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(await response.text())
    return response.json()
  }
  const { id, revision } = await call('/v1/forms', { definition: form, slug: 'spoken' })
  await call(`/v1/forms/${id}/publish`, { revision })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  product?.remove()
})

test.each([
  ['de-AT', 'de', 'Vorführung', 'Wie heißen Sie?'],
  ['en-GB', 'en', 'Demo', 'What is your name?'],
  ['fr-FR', 'en', 'Demo', 'What is your name?'],
])(
  'to a browser in %s the full page is in %s and called %s, as its form asks %s',
  async (locale, language, title, question) => {
    const page = await browser.newPage({ locale })
    const response = await page.goto(`${product.baseUrl}/f/spoken`)
    expect(await response?.headerValue('vary')).toContain('Accept-Language')
    await page.getByRole('heading', { level: 1, name: question }).waitFor()
    expect(await page.title()).toBe(title)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await page.close()
  },
)

test.each([
  ['fr, de;q=0.5, en;q=0.3', 'de'],
  ['de;q=0, en', 'en'],
  ['*', 'en'],
  ['x'.repeat(4000), 'en'],
  [',,;q=,de;q=x', 'de'],
])('a browser that accepts %s reads it in %s', async (accepted, language) => {
  const response = await fetch(`${product.baseUrl}/f/spoken`, {
    headers: { 'accept-language': accepted },
  })
  expect(response.status).toBe(200)
  expect(await response.text()).toContain(`<html lang="${language}">`)
})

test('an address without a form says so on a page that fits a phone', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, isMobile: true })
  const response = await page.goto(`${product.baseUrl}/f/nowhere`)
  expect(response?.status()).toBe(404)
  await page.getByRole('heading', { name: 'There is no form at this address.' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.close()
})
