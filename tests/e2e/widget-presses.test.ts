import type { Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { shortForm } from './widget-form.ts'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading, press } = stage

const ask = async (...questions: Question[]) => {
  const host = await begin({ ...shortForm, questions })
  await openSite(host)
  await heading(questions[0]?.title ?? '').waitFor()
  // From here on the next question is there at once.
  await stage.page.waitForLoadState('networkidle')
  return host
}
const rows = (id: string, kind: 'single-choice' | 'multiple-choice', other = false): Question => ({
  id,
  kind,
  title: `Which ${id}?`,
  other,
  choices: ['one', 'two', 'three'].map((word) => ({ id: `${id}-${word}`, label: `${id} ${word}` })),
})
const text = (id: string): Question => ({ id, kind: 'short-text', title: `What ${id}?` })

test('a key that is held goes on by one question', async () => {
  const host = await ask(text('first'), text('second'), text('third'))
  await stage.page.getByRole('textbox').fill('Ann')
  for (let times = 0; times < 8; times++) {
    await stage.page.keyboard.down('Enter')
    await stage.page.waitForTimeout(40)
  }
  await stage.page.keyboard.up('Enter')
  await heading('What second?').waitFor()
  expect(stage.submissions(host)).toEqual([])
  await stage.page.keyboard.press('Enter')
  await heading('What third?').waitFor()
})

test('a double click answers one question, whatever stands there by then', async () => {
  await ask(rows('first', 'single-choice'), rows('second', 'single-choice'), text('third'))
  await stage.page.getByText('first two').click()
  await heading('Which second?').waitFor()
  await stage.page.getByText('second two').dispatchEvent('click', { detail: 2 })
  await stage.page.waitForTimeout(400)
  expect(await stage.page.getByRole('radio', { checked: true }).count()).toBe(0)
  await stage.page.getByText('second two').dispatchEvent('click', { detail: 3 })
  await heading('What third?').waitFor()
})

test('a double click on the button passes over no question', async () => {
  await ask(text('first'), text('second'), text('third'))
  await press('Continue')
  await heading('What second?').waitFor()
  const button = stage.page.getByRole('button', { name: 'Continue' })
  await button.evaluate((one) =>
    one.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, cancelable: true })),
  )
  await stage.page.waitForTimeout(300)
  expect(await heading('What second?').count()).toBe(1)
})

test.each(['single-choice', 'multiple-choice'] as const)(
  'what is typed after the letter of another answer are its words: %s',
  async (kind) => {
    await ask(rows('first', kind, true), text('second'))
    await stage.page
      .getByRole(kind === 'single-choice' ? 'radio' : 'checkbox')
      .first()
      .focus()
    await stage.page.keyboard.type('dcab')
    expect(await stage.page.getByRole('textbox', { name: 'Your answer' }).inputValue()).toBe('cab')
    for (const word of ['one', 'two', 'three'])
      expect(await stage.page.getByLabel(`first ${word}`).isChecked()).toBe(false)
  },
)

test('a date half written is no empty one', async () => {
  await ask({ id: 'day', kind: 'date', title: 'Which day?' }, text('second'))
  const day = stage.page.getByLabel('Which day?')
  await day.focus()
  await stage.page.keyboard.type('0304')
  await press('Continue')
  await stage.page.getByText('Please enter a date.').waitFor()
  expect(await day.evaluate((field: HTMLInputElement) => field.validity.badInput)).toBe(true)
  // Emptied again it may be left so.
  await day.focus()
  for (let parts = 0; parts < 3; parts++) {
    await stage.page.keyboard.press('Backspace')
    await stage.page.keyboard.press('Shift+Tab')
  }
  await day.evaluate((field: HTMLInputElement) => (field.value = ''))
  await press('Continue')
  await heading('What second?').waitFor()
})

test('a dropdown is left by Enter once something is chosen', async () => {
  const choices = ['one', 'two'].map((word) => ({ id: word, label: word }))
  await ask({ id: 'list', kind: 'dropdown', title: 'Which list?', choices }, text('second'))
  await stage.page.getByRole('combobox').focus()
  await stage.page.keyboard.press('ArrowDown')
  await stage.page.keyboard.press('Enter')
  await expect.poll(() => heading('What second?').count()).toBe(1)
})

test('numbers are read as the form’s language writes them', async () => {
  const seats: Question = { id: 'seats', kind: 'number', title: 'Wie viele Plätze?' }
  const host = await begin({ ...shortForm, language: 'de', questions: [seats] })
  await openSite(host)
  await stage.page.getByRole('textbox').fill('10.000')
  await press('Absenden')
  await expect
    .poll(() => stage.submissions(host)[0]?.body)
    .toMatchObject({
      answers: [{ questionId: 'seats', value: 10_000 }],
    })
})

test('a phone’s Next key leads through the lines of a contact, a keyboard’s Enter goes on', async () => {
  await ask({ id: 'who', kind: 'contact', title: 'Who are you?' }, text('next'))
  const phone = await stage.context.browser()?.newContext({ hasTouch: true, isMobile: true })
  const page = await phone?.newPage()
  if (!phone || !page) throw new Error('there is no browser')
  await page.goto(stage.page.url())
  await page.waitForLoadState('networkidle')
  const line = (name: string) => page.getByRole('textbox', { name })
  const isAt = (name: string) => line(name).evaluate((field) => field.matches(':focus'))
  await line('Last name').fill('Lee')
  expect(await line('First name').getAttribute('enterkeyhint')).toBe('next')
  await line('First name').press('Enter')
  expect(await isAt('Email')).toBe(true)
  for (const name of ['Email', 'Phone', 'Company'])
    await line(name).fill(name === 'Email' ? 'ann@acme.com' : '')
  await line('Email').press('Enter')
  expect(await isAt('Phone')).toBe(true)
  await line('Company').press('Enter')
  await page.getByRole('heading', { name: 'What next?' }).waitFor()
  await phone.close()
  await stage.page.getByRole('textbox', { name: 'First name' }).press('Enter')
  await heading('What next?').waitFor()
})
