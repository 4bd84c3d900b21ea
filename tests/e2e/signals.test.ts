import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../browser.ts'
import { createProduct, type DemoWorkspace, type Product, type Server } from '../product.ts'
import { answer, choose } from './main-job.ts'

interface Contribution {
  readonly criterion: string
  readonly axis: string
  readonly points: number
  readonly because: string
}

describe('pages that a visitor looks at', () => {
  let browser: Browser
  let product: Product
  let demo: DemoWorkspace
  let server: Server

  beforeAll(async () => {
    browser = await launch()
    product = await createProduct()
    demo = await product.demo()
    server = await product.serve()
  })
  afterAll(async () => {
    await server?.stop()
    await browser?.close()
    product?.remove()
  })

  /** Looks at the pricing page, answers its question and asks for a demo; resolves to what the lead is scored for. */
  const visit = async (
    page: Page,
    { choice, email }: { choice: 'Allow' | 'No'; email: string },
  ) => {
    await page.goto(`${product.siteUrl}/pricing`)
    await page.getByRole('button', { name: choice }).click()
    await page.waitForLoadState('networkidle')
    await page.getByRole('link', { name: 'Request a demo' }).click()
    await answer(page, 'First of all', (form) => form.getByRole('textbox').fill('Stu'))
    await answer(page, 'Nice to meet you', (form) => form.getByRole('textbox').fill(email))
    await answer(page, 'Which company', (form) => form.getByRole('textbox').fill('Acme'))
    await choose(page, 'describes your role', 'Student')
    await answer(page, 'studying', (form) => form.getByRole('textbox').fill('Marketing'))
    await answer(page, 'May we write to you', async () => {})
    await page.getByText('Take your time').waitFor()
    const get = async (path: string) => {
      const headers = { authorization: `Bearer ${demo.apiKey}` }
      return (await fetch(`${product.baseUrl}${path}`, { headers })).json()
    }
    const { items } = (await get(`/v1/leads?q=${email}`)) as { items: { id: string }[] }
    const { score } = (await get(`/v1/leads/${items[0]?.id}`)) as {
      score: { contributions: Contribution[] }
    }
    return score.contributions.filter(({ criterion }) => criterion === 'saw-pricing')
  }

  /** A page of a browser of its own, and the signals that it sends. */
  const newVisitor = async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const signals: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/signals')) signals.push(request.postData() ?? '')
    })
    return { context, page, signals }
  }

  test('count when they were allowed to be noted, with the reason beside the points', async () => {
    const { context, page, signals } = await newVisitor()
    const counted = await visit(page, { choice: 'Allow', email: 'watched@acme-demo.example' })
    expect(counted).toMatchObject([{ axis: 'intent', because: expect.stringContaining('pricing') }])
    expect(counted[0]?.points).toBeGreaterThan(0)
    expect(signals.length).toBeGreaterThan(0)
    await context.close()
  })

  test('are nobody’s affair without consent', async () => {
    const { context, page, signals } = await newVisitor()
    const counted = await visit(page, { choice: 'No', email: 'unwatched@acme-demo.example' })
    expect([counted, signals]).toEqual([[], []])
    const kept = await page.evaluate(() => Object.keys(localStorage))
    expect(kept.filter((name) => name.endsWith(':visitor'))).toEqual([])
    await context.close()
  })
})
