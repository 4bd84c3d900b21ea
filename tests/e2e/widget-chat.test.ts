import AxeBuilder from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { everyKind, shortForm } from './widget-form.ts'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading, submissions } = stage

const openChat = async (form = shortForm) => {
  const host = await begin(form)
  await openSite(host, { attributes: 'data-face="chat" async' })
  await heading('How many people').waitFor()
  return host
}
const past = () => stage.page.getByRole('list', { name: 'So far' }).getByRole('listitem')

/** As a person types: nobody's first form is sent within a blink. */
const pace = () => stage.page.waitForTimeout(1600)

test('what was asked and said stays above the question that is asked now', async () => {
  const host = await openChat()
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  expect(await past().allInnerTexts()).toEqual([
    expect.stringContaining('How many people work at your company?'),
  ])
  await stage.page.getByRole('button', { name: 'Change: 51–200' }).waitFor()
  await stage.page.keyboard.type('Ann')
  await stage.page.keyboard.press('Enter')
  await heading('Ann, what').waitFor()
  await pace()
  await stage.page.keyboard.press('Enter')
  await heading('Thank you, Ann.').waitFor()
  expect(await past().count()).toBe(3)
  expect(await past().last().innerText()).toContain('No answer')
  // What is sent cannot be taken back.
  expect(await stage.page.getByRole('button').count()).toBe(0)
  expect(submissions(host)).toHaveLength(1)
})

test('an answer further up can be changed, and those after it are kept', async () => {
  const host = await openChat()
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  await stage.page.keyboard.type('Ann')
  await stage.page.keyboard.press('Enter')
  await heading('Ann, what').waitFor()
  await stage.page.getByRole('button', { name: 'Change: 51–200' }).click()
  await heading('How many people').waitFor()
  expect(await stage.page.getByRole('radio', { name: '51–200' }).isChecked()).toBe(true)
  expect(await past().count()).toBe(0)
  await stage.page.getByText('1–50').click()
  await heading('Ann, what').waitFor()
  expect(await past().count()).toBe(2)
  await pace()
  await stage.page.keyboard.press('Enter')
  await heading('Thank you, Ann.').waitFor()
  expect(new Set(Object(submissions(host)[0]?.body).answers)).toEqual(
    new Set([
      { questionId: 'size', value: 's-1' },
      { questionId: 'name', value: 'Ann' },
      { questionId: 'problem', value: null },
    ]),
  )
})

test('the focus goes to each new input, which names its question; nothing says it twice', async () => {
  await openChat()
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  expect(
    await stage.page
      .getByRole('textbox', { name: 'What is your name?' })
      .evaluate((field) => field.matches(':focus')),
  ).toBe(true)
  const spoken = await stage.page
    .locator('bantam-form [role=status], bantam-form [aria-live], bantam-form [role=log]')
    .allInnerTexts()
  expect(spoken.join(' ')).not.toContain('What is your name?')
})

test('the newest question is in sight, the page itself stays where it is', async () => {
  await openChat(everyKind)
  await stage.page.getByText('201–1000').click()
  await heading('procurement').waitFor()
  await stage.page.keyboard.press('y')
  await stage.page.keyboard.press('Enter')
  for (const [title, text] of [
    ['What is your name?', 'Ann'],
    ['Thank you, Ann.', 'ann@acme.com'],
    ['And by phone?', ''],
    ['Where do you work?', 'Acme'],
  ] as const) {
    await heading(title).waitFor()
    await stage.page.keyboard.type(text)
    await stage.page.keyboard.press('Enter')
  }
  await heading('What do you use today?').waitFor()
  await stage.page.waitForTimeout(600)
  const { title, form } = await stage.page.locator('bantam-form').evaluate((element) => ({
    title: element.shadowRoot?.querySelector('h2')?.getBoundingClientRect().top ?? 0,
    form: element.getBoundingClientRect().top,
  }))
  expect(title).toBeGreaterThan(form + 40)
  expect(title).toBeLessThan(form + 200)
  const height = await stage.page
    .locator('bantam-form')
    .evaluate((one) => one.getBoundingClientRect().height)
  expect(height).toBe(540)
})

test('a whole chat goes by keyboard alone, back as well', async () => {
  await openChat()
  await stage.page.getByRole('radio').first().focus()
  await stage.page.keyboard.press('b')
  await stage.page.keyboard.press('Enter')
  await heading('What is your name?').waitFor()
  await stage.page.keyboard.press('Shift+Tab')
  await stage.page.keyboard.press('Enter')
  await heading('How many people').waitFor()
  expect(await stage.page.getByRole('radio', { name: '51–200' }).isChecked()).toBe(true)
})

test('a chat keeps its place before it has come, and passes the accessibility rules', async () => {
  await stage.page.emulateMedia({ reducedMotion: 'reduce' })
  const host = await begin()
  await stage.page.route('**/assets/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue()
  })
  await openSite(host, { attributes: 'data-face="chat"' })
  await heading('How many people').waitFor()
  const shifts = await stage.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += Reflect.get(entry, 'value')
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(sum), 200)
      }),
  )
  expect(shifts).toBe(0)
  await stage.page.getByText('51–200').click()
  await heading('What is your name?').waitFor()
  await stage.page.keyboard.press('Enter')
  await stage.page.getByText('Please').waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await stage.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page: stage.page })
      .include('bantam-form')
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  }
})
