import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../browser.ts'
import { createProduct, type DemoWorkspace, type Product, type Server } from '../product.ts'

interface SubmissionView {
  readonly id: string
  readonly formId: string
  readonly answers: readonly { questionId: string; value: unknown; knownSince?: string }[]
  readonly score: { readonly fit: number; readonly lane: string }
}

describe('a visitor who comes back', () => {
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

  const newest = async (formId: string): Promise<SubmissionView> => {
    const response = await fetch(`${product.baseUrl}/v1/submissions?limit=1&formId=${formId}`, {
      headers: { authorization: `Bearer ${demo.apiKey}` },
    })
    const { items } = (await response.json()) as { items: readonly { id: string }[] }
    const one = await fetch(`${product.baseUrl}/v1/submissions/${items[0]?.id}`, {
      headers: { authorization: `Bearer ${demo.apiKey}` },
    })
    return (await one.json()) as SubmissionView
  }

  /** Reads the guide's form to its end; resolves to the titles that were asked. */
  const readGuide = async (page: Page, { email, agrees }: { email: string; agrees: boolean }) => {
    await page.goto(`${product.siteUrl}/guide`)
    return converse(page, {
      'What is your first name?': (form) => form.getByRole('textbox').fill('Dana'),
      'Where shall we send': (form) => form.getByRole('textbox').fill(email),
      'Which company': (form) => form.getByRole('textbox').fill('Acme Returning'),
      'describes your role': (form) => form.getByText('Director or VP', { exact: true }).click(),
      'May we write to you': async (form) => {
        if (agrees) await form.getByRole('checkbox').check()
      },
    })
  }

  const demoAnswers = (email: string): Answers => ({
    'First of all': (form) => form.getByRole('textbox').fill('Dana'),
    'Nice to meet you': (form) => form.getByRole('textbox').fill(email),
    'Which company': (form) => form.getByRole('textbox').fill('Acme Anew'),
    'describes your role': (form) => form.getByText('Director or VP', { exact: true }).click(),
    'How many people': (form) => form.getByText('51–200', { exact: true }).click(),
    'get better': (form) => form.getByText('Answer leads faster').click(),
    'be different': (form) => form.getByRole('textbox').fill('Nobody would wait'),
    'leads reach you': (form) =>
      form.getByRole('spinbutton').or(form.getByRole('textbox')).fill('300'),
    'use for this today': (form) => form.getByRole('combobox').selectOption({ label: 'Nothing' }),
    'have it running': (form) => form.getByText('This quarter', { exact: true }).click(),
    'money for it': (form) => form.getByText('Yes, approved', { exact: true }).click(),
    'Roughly how much': (form) =>
      form.getByRole('combobox').selectOption({ label: '5,000 to 20,000' }),
    'May we call you': async () => {},
    'Anything else': async () => {},
    'May we write to you': async () => {},
  })

  test('is asked only what is new, and scored with what was said before', async () => {
    const page = await browser.newPage()
    const email = 'dana@acme-returning.example'
    await readGuide(page, { email, agrees: true })
    await page.getByText('It is on its way').waitFor()

    const sent: string[] = []
    page.on('response', async (response) => {
      if (response.url().includes('/v1/public/')) sent.push(await response.text().catch(() => ''))
    })
    await page.goto(product.siteUrl)
    const asked = await converse(page, demoAnswers(email))
    await page.getByText('We are on it').waitFor()
    expect(asked).not.toContain('Which company')
    expect(asked).not.toContain('describes your role')
    expect(asked.slice(0, 3)).toEqual(['First of all', 'Nice to meet you', 'How many people'])
    expect(sent.join('\n')).not.toContain('Acme Returning')

    const { answers, score } = await newest(demo.forms['demo-request'])
    const said = new Map(answers.map((answer) => [answer.questionId, answer]))
    expect(said.get('role')).toMatchObject({
      value: 'r-director',
      knownSince: expect.stringMatching(/Z$/),
    })
    expect(said.get('company')).toMatchObject({ value: { name: 'Acme Returning' } })
    expect(said.get('company-size')).not.toHaveProperty('knownSince')
    expect(score.lane).toBe('sales')
    await page.close()
  })

  test('is asked everything when nothing may be kept', async () => {
    const page = await browser.newPage()
    await readGuide(page, { email: 'fay@acme-returning.example', agrees: false })
    await page.getByText('It is on its way').waitFor()
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('visitor')
    await page.goto(product.siteUrl)
    await page.getByText('First of all').waitFor()
    expect(await page.getByRole('button', { name: 'Not you?' }).count()).toBe(0)
    await page.close()
  })

  test('may say to be somebody else, and is nobody known from then on', async () => {
    const page = await browser.newPage()
    await readGuide(page, { email: 'kim@acme-returning.example', agrees: true })
    await page.getByText('It is on its way').waitFor()
    await page.goto(product.siteUrl)
    await page.getByRole('button', { name: 'Not you?' }).click()
    await page.getByText('First of all').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Not you?' }).count()).toBe(0)
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('visitor')
    const asked = await converse(page, demoAnswers('lou@acme-returning.example'))
    await page.getByText('We are on it').waitFor()
    expect(asked).toContain('describes your role')
    const { answers } = await newest(demo.forms['demo-request'])
    expect(answers.filter((answer) => answer.knownSince !== undefined)).toEqual([])
    await page.close()
  })

  test('goes on after a reload where the residual form was left', async () => {
    const page = await browser.newPage()
    await readGuide(page, { email: 'ray@acme-returning.example', agrees: true })
    await page.getByText('It is on its way').waitFor()
    await page.goto(product.siteUrl)
    const form = page.locator('bantam-form')
    await form.getByText('First of all').waitFor()
    await form.getByRole('textbox').fill('Ray')
    await form.getByRole('button', { name: 'Continue' }).click()
    await form.getByText('Nice to meet you, Ray').waitFor()
    await page.reload()
    await form.getByText('Nice to meet you, Ray').waitFor()
    await form.getByRole('textbox').fill('ray@acme-returning.example')
    await form.getByRole('button', { name: 'Continue' }).click()
    await expect.poll(() => form.getByText('How many people').isVisible()).toBe(true)
    await page.close()
  })
})

type Answers = { readonly [title: string]: (form: ReturnType<Page['locator']>) => Promise<unknown> }

/** Answers whatever is asked until nothing is; resolves to what was asked, by the beginning of its title. */
const converse = async (page: Page, answers: Answers): Promise<string[]> => {
  const form = page.locator('bantam-form')
  const asked: string[] = []
  const titleOf = () => form.getByRole('heading').first().textContent()
  for (;;) {
    await form.getByRole('heading').first().waitFor()
    const title = (await titleOf()) ?? ''
    const known = Object.keys(answers).find((part) => title.includes(part))
    if (known === undefined) return asked
    asked.push(known)
    await answers[known]?.(form)
    const next = form.getByRole('button', { name: /continue|submit/i }).first()
    if ((await titleOf()) === title) await next.click({ timeout: 2000 }).catch(() => undefined)
    await expect.poll(titleOf).not.toBe(title)
  }
}
