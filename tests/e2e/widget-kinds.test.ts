import AxeBuilder from '@axe-core/playwright'
import type { QuestionKind } from '@bantam/schema'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { kindsForm, picturesAt } from './widget-kinds-form.ts'
import { stageWidget } from './widget-stage.ts'
import type { WidgetHost } from './widget-host.ts'

const stage = stageWidget()
const { begin, openSite, heading, press, submissions } = stage

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'

const openKinds = async (questions = kindsForm.questions) => {
  const host = await begin({ ...kindsForm, questions })
  await stage.page.route(`${picturesAt}**`, (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: picture }),
  )
  await openSite(host)
  await stage.page.getByRole('button', { name: /^(Continue|Submit)$/ }).waitFor()
  return host
}

const openOnly = (...kinds: readonly QuestionKind[]) =>
  openKinds(kindsForm.questions.filter(({ kind }) => kinds.includes(kind)))

/** What a visitor without a pointer presses to answer each question. */
const byKeyboard: readonly { title: string; answer: (page: Page) => Promise<void> }[] = [
  { title: 'What is your website?', answer: ({ keyboard }) => keyboard.type('acme.com') },
  { title: 'looks most like your office', answer: ({ keyboard }) => keyboard.press('b') },
  {
    title: 'What matters most to you?',
    answer: async ({ keyboard }) => {
      for (const key of ['d', 'a', 'b', 'c']) await keyboard.press(key)
      await pressOn('Move Support down')
    },
  },
  {
    title: 'How happy are you',
    answer: async ({ keyboard }) => {
      for (const steps of [1, 2, 3]) {
        await keyboard.press('Space')
        for (let step = 0; step < steps; step++) await keyboard.press('ArrowRight')
        await keyboard.press('Tab')
      }
    },
  },
  {
    title: 'How do we reach you?',
    answer: async ({ keyboard }) => {
      for (const text of ['Ann', 'Lee', 'ann@acme.com', '']) {
        await keyboard.type(text)
        await keyboard.press('Tab')
      }
    },
  },
  {
    title: 'Where should the papers go?',
    answer: async ({ keyboard }) => {
      await keyboard.type('Main Street 1')
      for (let part = 0; part < 4; part++) await keyboard.press('Tab')
      await keyboard.type('10115')
    },
  },
  { title: 'Where do you work?', answer: ({ keyboard }) => keyboard.type('Acme') },
  {
    title: 'Do you have a brief',
    async answer(page) {
      await page.locator('input[type=file]:focus').waitFor({ state: 'attached' })
      const chooser = page.waitForEvent('filechooser')
      await page.keyboard.press('Space')
      await (
        await chooser
      ).setFiles({ name: 'brief.txt', mimeType: 'text/plain', buffer: Buffer.from('Leads') })
      await page.getByRole('button', { name: 'Remove brief.txt' }).waitFor()
    },
  },
  { title: 'When shall we talk?', answer: ({ keyboard }) => keyboard.press('Space') },
]

const pressOn = async (name: string) => {
  await stage.page.getByRole('button', { name }).focus()
  await stage.page.keyboard.press('Enter')
}

/** Enter in a field goes on; from anything else the button is one Tab away or more. */
const goOn = () => stage.page.getByRole('button', { name: /^(Continue|Submit)$/ }).press('Enter')

const answerAll = async () => {
  await heading('What is your website?').waitFor()
  await stage.page.getByRole('textbox').focus()
  for (const { title, answer } of byKeyboard) {
    await heading(title).waitFor()
    await stage.page.locator('.waiting').waitFor({ state: 'detached' })
    await answer(stage.page)
    await goOn()
  }
  await heading('Thank you.').waitFor()
}

const answersOf = (host: WidgetHost) =>
  submissions(host).map(({ body }) => Reflect.get(Object(body), 'answers'))

test('every later kind is answered by keyboard alone', async () => {
  const host = await openKinds()
  await answerAll()
  const upload = host.heard.find(({ path }) => path.includes('/uploads'))
  expect([upload?.path, upload?.body]).toEqual([
    '/v1/public/forms/demo/uploads?name=brief.txt&question=brief&version=3',
    'Leads',
  ])
  expect(answersOf(host)).toEqual([
    [
      { questionId: 'website', value: 'https://acme.com' },
      { questionId: 'workspace', value: 'rooms' },
      { questionId: 'priorities', value: ['price', 'care', 'speed', 'crm'] },
      { questionId: 'today', value: { forms: 'fair', routing: 'good', reports: 'great' } },
      {
        questionId: 'contact',
        value: { firstName: 'Ann', lastName: 'Lee', email: 'ann@acme.com' },
      },
      { questionId: 'address', value: { line1: 'Main Street 1', postalCode: '10115' } },
      { questionId: 'company', value: { name: 'Acme' } },
      { questionId: 'brief', value: expect.stringMatching(/^[\w-]{22}$/) },
      { questionId: 'meeting', value: 'A time was chosen' },
    ],
  ])
})

test.each([
  { width: 360, colorScheme: 'light' },
  { width: 900, colorScheme: 'dark' },
] as const)('every later kind is accessible, $width px wide and $colorScheme', async (look) => {
  const { page } = stage
  await page.setViewportSize({ width: look.width, height: 800 })
  await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
  const found: string[] = []
  for (const question of kindsForm.questions) {
    await openOnly(question.kind)
    await page.locator('.waiting').waitFor({ state: 'detached' })
    const check = async (state: string) => {
      const { violations } = await new AxeBuilder({ page }).include('bantam-form').analyze()
      for (const { id, nodes } of violations)
        found.push(`${question.kind} ${state}: ${id} ${nodes[0]?.html}`)
    }
    if (question.required) await goOn()
    await check('refused')
    const begin = begun[question.kind]
    if (!begin) continue
    await begin(page)
    await check('answered')
  }
  expect(found).toEqual([])
})

/** Answers that bring more onto the screen. */
const begun: { readonly [kind: string]: (page: Page) => Promise<unknown> } = {
  'picture-choice': (page) => page.getByRole('radio', { name: 'Other' }).press('Space'),
  ranking: (page) => page.getByRole('checkbox', { name: 'Support' }).press('Space'),
  matrix: async (page) => {
    await page.getByRole('radio').first().press('Space')
    await goOn()
  },
  contact: async (page) => {
    await page.getByLabel('Email').fill('ann@')
    await goOn()
  },
  file: async (page) => {
    await page.locator('input[type=file]').setInputFiles(plan)
    await page.getByRole('button', { name: 'Remove plan.pdf' }).waitFor()
  },
  scheduling: (page) => page.getByRole('checkbox').press('Space'),
}

const plan = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') }

test('a question whose input cannot be loaded says so and can be tried again', async () => {
  const { page } = stage
  await page.route('**/assets/w/Ranking-*', (route) => route.abort())
  await openOnly('website', 'ranking')
  await page.getByRole('textbox').fill('acme.com')
  await page.keyboard.press('Enter')
  await page.getByText('This question could not be loaded. Your answers are kept.').waitFor()
  await page.unroute('**/assets/w/Ranking-*')
  await press('Try again')
  await page.getByRole('checkbox', { name: 'Price' }).waitFor()
  expect(
    await page.getByRole('checkbox', { name: 'Price' }).evaluate((box) => box.matches(':focus')),
  ).toBe(true)
})

test('an order can be dragged', async () => {
  const { page } = stage
  await openOnly('ranking')
  for (const name of ['Price', 'Support'])
    await page.getByRole('checkbox', { name }).check({ force: true })
  const middleOf = async (name: string) => {
    const box = await page
      .getByRole('listitem')
      .filter({ hasText: name })
      .locator('i')
      .boundingBox()
    if (!box) throw new Error(`${name} is nowhere`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  const [from, to] = [await middleOf('Support'), await middleOf('Price')]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
  await expect.poll(() => page.getByRole('listitem').first().innerText()).toMatch(/^1\s+Support/)
})

test('a page that forbids pictures shows their labels', async () => {
  await openOnly('picture-choice')
  await stage.page.route(`${picturesAt}**`, (route) => route.abort())
  await stage.page.reload()
  await stage.page.getByText('Open plan').waitFor()
  await expect.poll(() => stage.page.locator('img').first().isVisible()).toBe(false)
  await stage.page.keyboard.press('Tab')
  expect(await stage.page.getByRole('radio').count()).toBe(4)
})

test('a file that cannot be sent says so, and is taken at the second try', async () => {
  const { page } = stage
  const host = await openOnly('file')
  await page.getByText('Choose a file').waitFor()
  const choose = () => page.locator('input[type=file]').setInputFiles(plan)
  host.replies.push({
    status: 415,
    body: { code: 'unsupported-media-type', detail: 'None of pdf, document, text.' },
  })
  await choose()
  await page.getByText('We take: PDF, document or text.').waitFor()
  await stage.context.setOffline(true)
  await choose()
  await page.getByText('The file could not be sent.').waitFor()
  await stage.context.setOffline(false)
  await choose()
  // The row and its button stand while the file is still under way.
  await page.getByText('plan.pdf is added.').waitFor({ state: 'attached' })
  await page.reload()
  await page.getByRole('button', { name: 'Remove plan.pdf' }).waitFor()
  await press('Submit')
  await heading('Thank you.').waitFor()
  expect(answersOf(host)).toEqual([
    [{ questionId: 'brief', value: expect.stringMatching(/^[\w-]{22}$/) }],
  ])
})
