import type { Form, QuestionKind } from '@bantam/schema'
import type { Locator, Page } from 'playwright'
import { everyKind } from './widget-form.ts'
import { kindsForm } from './widget-kinds-form.ts'

/** A question of every kind there is; the branches lead through all of them. */
export const allKinds: Form = {
  ...everyKind,
  questions: [
    ...everyKind.questions.map(({ jumps: _jumps, ...question }) => question),
    ...kindsForm.questions.filter(({ id }) => id !== 'company'),
  ],
}

export const brief = { name: 'brief.txt', mimeType: 'text/plain', buffer: Buffer.from('Leads') }

interface Asked {
  readonly page: Page
  /** What assistive technology calls the question. */
  readonly title: string
}

/** Answers each kind as somebody does who knows nothing but roles and names. */
export const byName: { readonly [kind in QuestionKind]: (asked: Asked) => Promise<unknown> } = {
  'single-choice': ({ page, title }) =>
    within(page.getByRole('radiogroup', { name: title }), 'radio', '51–200').press('Space'),
  'yes-no': ({ page, title }) =>
    within(page.getByRole('radiogroup', { name: title }), 'radio', 'No').press('Space'),
  'short-text': ({ page, title }) => page.getByRole('textbox', { name: title }).fill('Ann'),
  'long-text': ({ page, title }) => page.getByRole('textbox', { name: title }).fill('Leads'),
  email: ({ page, title }) => page.getByRole('textbox', { name: title }).fill('ann@acme.com'),
  phone: ({ page, title }) => page.getByRole('textbox', { name: title }).fill('+49 30 123456'),
  website: ({ page, title }) => page.getByRole('textbox', { name: title }).fill('acme.com'),
  number: ({ page, title }) => page.getByRole('textbox', { name: title }).fill('12'),
  date: ({ page, title }) => page.getByLabel(title).fill('2027-01-15'),
  company: ({ page, title }) =>
    within(page.getByRole('group', { name: title }), 'textbox', 'Company name').fill('Acme'),
  contact: async ({ page, title }) => {
    const group = page.getByRole('group', { name: title })
    await within(group, 'textbox', 'Last name').fill('Lee')
    await within(group, 'textbox', 'Email').fill('ann@acme.com')
  },
  address: ({ page, title }) =>
    within(page.getByRole('group', { name: title }), 'textbox', 'City').fill('Berlin'),
  'multiple-choice': ({ page, title }) =>
    within(page.getByRole('group', { name: title }), 'checkbox', 'A CRM').press('Space'),
  dropdown: ({ page, title }) =>
    page.getByRole('combobox', { name: title }).selectOption({ label: 'Health' }),
  'picture-choice': ({ page, title }) =>
    within(page.getByRole('radiogroup', { name: title }), 'radio', 'At home').press('Space'),
  rating: ({ page, title }) =>
    within(page.getByRole('radiogroup', { name: title }), 'radio', '4 of 5').press('Space'),
  scale: ({ page, title }) =>
    within(page.getByRole('radiogroup', { name: title }), 'radio', '7').press('Space'),
  statement: async () => {},
  ranking: async ({ page, title }) => {
    const group = page.getByRole('group', { name: title })
    // The last one follows by itself.
    for (const name of [/Price/, /Speed/, /Support/])
      await within(group, 'checkbox', name).press('Space')
    await within(group, 'button', 'Move Support up').press('Enter')
  },
  matrix: async ({ page, title }) => {
    const group = page.getByRole('group', { name: title })
    for (const name of ['Forms Happy', 'Who gets which lead So-so', 'Reports Not at all'])
      await within(group, 'radio', name).press('Space')
  },
  file: async ({ page, title }) => {
    await page.getByRole('button', { name: title }).setInputFiles(brief)
    await page.getByRole('button', { name: 'Remove brief.txt' }).waitFor()
  },
  consent: ({ page }) => page.getByRole('checkbox', { name: 'Acme may contact me' }).press('Space'),
  scheduling: ({ page, title }) =>
    within(page.getByRole('group', { name: title }), 'checkbox', 'I have chosen').press('Space'),
}

const within = (
  group: Locator,
  role: 'radio' | 'checkbox' | 'textbox' | 'button',
  name: string | RegExp,
) => group.getByRole(role, { name, exact: role === 'radio' && typeof name === 'string' })

/** What a question is called once earlier answers are put in. */
export const titleOf = (title: string): string => title.replace(/\{\{name\|.*?\}\}/, 'Ann')

/** How the button is called that goes on from a question. */
export const goesOn = /^(Continue|Go on|Submit)$/
