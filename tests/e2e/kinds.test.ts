import type { Form, QuestionKind } from '@bantam/schema'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../browser.ts'
import { createProduct, type DemoWorkspace, type Product, type Server } from '../product.ts'
import { kindsForm, picturesAt } from './widget-kinds-form.ts'
import { everyKind } from './widget-form.ts'

let product: Product
let demo: DemoWorkspace
let server: Server
let browser: Browser

beforeAll(async () => {
  ;[product, browser] = await Promise.all([createProduct(), launch()])
  demo = await product.demo()
  server = await product.serve()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  product?.remove()
})

/** One form with a question of each of the 23 kinds. */
const form: Form = {
  ...everyKind,
  title: 'Everything at once',
  questions: [
    ...everyKind.questions.filter(({ kind }) => kind !== 'company' && kind !== 'consent'),
    ...kindsForm.questions,
    ...everyKind.questions.filter(({ kind }) => kind === 'consent'),
  ],
}

test('a visitor answers a question of every kind, and the workspace reads each answer and the file', async () => {
  expect(new Set(form.questions.map(({ kind }) => kind)).size).toBe(23)
  const slug = await publish(form)
  const page = await browser.newPage()
  await page.route(`${picturesAt}**`, (route) => route.abort())
  await page.goto(`${product.baseUrl}/f/${slug}`)
  for (const { kind, title } of form.questions) {
    const words = title.replace(/\{\{name\|.*?\}\}/, 'Ann')
    await page.getByRole('heading', { name: words }).waitFor()
    await page.locator('.waiting').waitFor({ state: 'detached' })
    await answers[kind](page)
    await page.getByRole('button', { name: /^(Continue|Go on|Submit)$/ }).press('Enter')
  }
  await page.getByRole('heading', { name: 'Thank you, Ann.' }).waitFor()
  await page.close()

  const { items } = await call('GET', '/v1/submissions?limit=1')
  const submission = await call('GET', `/v1/submissions/${items[0].id}`)
  const given = valuesOf(submission.answers)
  expect(given).toMatchObject({
    website: 'https://acme.com',
    workspace: 'home',
    priorities: ['price', 'speed', 'crm', 'care'],
    today: { forms: 'great', routing: 'great', reports: 'great' },
    contact: { lastName: 'Lee', email: 'ann@acme.com', phone: '+14155550123' },
    address: { line1: 'Main Street 1' },
    company: { name: 'Acme' },
    meeting: '2027-01-15T10:30',
  })
  const upload = await fetch(`${product.baseUrl}/v1/uploads/${String(given['brief'])}`, {
    headers: { authorization: `Bearer ${demo.apiKey}` },
  })
  expect([upload.status, await upload.text()]).toEqual([200, 'What we need: leads.'])
})

const publish = async (definition: Form): Promise<string> => {
  const created = await call('POST', '/v1/forms', { definition, slug: 'everything' })
  await call('POST', `/v1/forms/${created.id}/publish`, { revision: created.revision })
  return created.slug
}

const call = async (method: string, path: string, ...[body]: [unknown?]) => {
  const response = await fetch(`${product.baseUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${demo.apiKey}`,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
  return answer
}

const valuesOf = (
  given: readonly { questionId: string; value: unknown }[],
): Record<string, unknown> =>
  Object.fromEntries(given.map(({ questionId, value }) => [questionId, value]))

/** Something acceptable for each kind. */
const answers: { readonly [K in QuestionKind]: (page: Page) => Promise<unknown> } = {
  'short-text': (page) => page.getByRole('textbox').fill('Ann'),
  'long-text': (page) => page.getByRole('textbox').fill('Fewer wasted calls'),
  email: (page) => page.getByRole('textbox').fill('ann@acme.com'),
  phone: (page) => page.getByRole('textbox').fill('+1 415 555 0123'),
  website: (page) => page.getByRole('textbox').fill('acme.com'),
  number: (page) => page.getByRole('textbox').fill('12'),
  'single-choice': (page) => page.keyboard.press('b'),
  'multiple-choice': (page) => page.keyboard.press('a'),
  dropdown: (page) => page.getByRole('combobox').selectOption('health'),
  'picture-choice': (page) => page.keyboard.press('c'),
  'yes-no': (page) => page.keyboard.press('y'),
  rating: (page) => page.keyboard.press('4'),
  scale: (page) => page.keyboard.press('7'),
  date: (page) => page.locator('input[type=date]').fill('2027-01-15'),
  ranking: async (page) => {
    for (const key of ['a', 'b', 'c', 'd']) await page.keyboard.press(key)
  },
  matrix: async (page) => {
    for (const row of ['Forms', 'Who gets which lead', 'Reports'])
      await page.getByRole('radio', { name: `${row} Very happy` }).press('Space')
  },
  contact: async (page) => {
    await page.getByLabel('Last name').fill('Lee')
    await page.getByLabel('Email').fill('ann@acme.com')
    await page.getByLabel('Phone').fill('+1 415 555 0123')
  },
  address: (page) => page.getByLabel('Address', { exact: true }).fill('Main Street 1'),
  company: (page) => page.getByLabel('Company name').fill('Acme'),
  file: async (page) => {
    await page.locator('input[type=file]').setInputFiles({
      name: 'brief.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('What we need: leads.'),
    })
    await page.getByRole('button', { name: 'Remove brief.txt' }).waitFor()
  },
  consent: (page) => page.getByRole('checkbox').press('Space'),
  statement: async () => {},
  scheduling: async (page) => {
    await page.getByRole('checkbox').press('Space')
    await page.getByLabel(/When is it/).fill('2027-01-15T10:30')
  },
}
