import type { Form } from '@bantam/schema'
import { expect, test } from 'vitest'
import { firstWordsOf } from '../../widget/src/languages/first-words.ts'
import { stageWidget } from './widget-stage.ts'

const stage = stageWidget()
const { begin, openSite, heading, press, submissions } = stage

const form: Form = {
  schema: 1,
  title: 'Demo',
  language: 'en',
  questions: [
    { id: 'procurement', kind: 'yes-no', title: 'Does procurement decide?', required: true },
    {
      id: 'name',
      kind: 'short-text',
      title: 'What is your name?',
      required: true,
      validation: { minLength: 3 },
    },
  ],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you, {{name}}.' }],
  translations: {
    de: {
      title: 'Vorführung',
      'questions.procurement.title': 'Entscheidet der Einkauf?',
      'questions.name.title': 'Wie heißen Sie?',
      'endings.thanks.title': 'Danke, {{name}}.',
    },
    ar: { 'questions.procurement.title': 'هل تقرر المشتريات؟' },
  },
}
const { translations: _, ...inEnglish } = form

/** The browser's languages, best first. */
const browserIn = (...languages: string[]) =>
  stage.page.addInitScript((tags) => {
    Object.defineProperty(navigator, 'languages', { value: tags })
  }, languages)

const nextButton = () => stage.page.locator('bantam-form [type=submit]').innerText()

const stageStyle = () =>
  stage.page.locator('bantam-form .stage').evaluate((drawn) => {
    const back = drawn.querySelector('.back')
    if (!back || !(drawn instanceof HTMLElement)) throw new Error('nothing is drawn')
    const { dir, lang } = drawn
    return { dir, lang, arrow: getComputedStyle(back, '::before').rotate }
  })

test.each(['ar', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt-BR'])(
  'a form in %s says its first words at once, and none in English before',
  async (language) => {
    const words = firstWordsOf(language)
    const { page } = stage
    // Nothing but the form and the first chunk arrives for now.
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/assets\/w\/(?!start)/, async (route) => {
      await held
      await route.continue()
    })
    await openSite(await begin({ ...inEnglish, language }))
    await page.getByRole('button', { name: words?.next ?? '', exact: true }).waitFor()
    await page.getByRole('radio', { name: words?.yes ?? '', exact: true }).waitFor()
    release()
    await page.getByRole('radio', { name: words?.no ?? '', exact: true }).press('Space')
    await page.getByRole('button', { name: words?.next ?? '', exact: true }).press('Enter')
    await heading('What is your name?').waitFor()
    await page.getByRole('button', { name: words?.submit ?? '', exact: true }).press('Enter')
    await expect.poll(() => page.locator('bantam-form .error').innerText()).not.toBe('')
    expect(await page.locator('bantam-form .stage').innerText()).not.toMatch(
      /Please|Continue|Submit|Back|left/,
    )
  },
)

test('a form in several languages is asked, answered and thanked for in the visitor’s', async () => {
  const { page } = stage
  await browserIn('fr', 'de-AT', 'en')
  const host = await begin(form)
  await openSite(host)
  await heading('Entscheidet der Einkauf?').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('j')
  await press('Weiter')
  await heading('Wie heißen Sie?').waitFor()
  await page.getByRole('textbox').fill('Jo')
  await press('Absenden')
  await page.getByText('Bitte schreiben Sie mindestens 3 Zeichen.').waitFor()
  await page.getByRole('textbox').fill('Johanna')
  await press('Absenden')
  await heading('Danke, Johanna.').waitFor()
  expect(submissions(host).map(({ body }) => Reflect.get(Object(body), 'language'))).toEqual(['de'])
})

test.each([
  [['fr'], 'de', undefined, 'de'],
  [['en-GB', 'de'], 'de', undefined, 'en'],
  [['en'], 'en', 'de', 'de'],
  [['de'], 'de', 'en-US', 'en'],
  [['fr'], 'nl', undefined, 'en'],
])(
  'a browser in %j on a page in %s that asks for %s gets %s',
  async (languages, page, asked, language) => {
    await browserIn(...languages)
    await openSite(await begin(form), {
      head: `<script>document.documentElement.lang = '${page}'</script>`,
      attributes: asked ? `async data-language="${asked}"` : 'async',
    })
    await heading(language === 'de' ? 'Entscheidet der Einkauf?' : 'Does procurement').waitFor()
    expect((await stageStyle()).lang).toBe(language)
  },
)

test.each([
  [undefined, 'Vorführung', 'Schließen', ['de', 'de']],
  ['en', 'Demo', 'Close', ['en', 'en']],
  ['it', 'Demo', 'Chiudi', ['en', 'it']],
  ['fi', 'Demo', 'Close', ['en', 'en']],
])(
  'a panel on an English page that asks for %s is called %s, its cross %s, as its form is read',
  async (asked, title, close, languages) => {
    await browserIn('de')
    await openSite(await begin(form), {
      head: "<script>document.documentElement.lang = 'en'</script>",
      attributes: `async data-mode="popup" data-open="load" ${asked ? `data-language="${asked}"` : ''}`,
    })
    const panel = stage.page.getByRole('dialog', { name: title })
    const cross = panel.getByRole('button', { name: close })
    await cross.waitFor()
    expect(await Promise.all([panel, cross].map((one) => one.getAttribute('lang')))).toEqual(
      languages,
    )
  },
)

test('Arabic runs from right to left, its arrow as well', async () => {
  const { page } = stage
  await browserIn('ar')
  await openSite(await begin(form))
  await page.getByText('بقي سؤالان').waitFor()
  expect(await stageStyle()).toEqual({ dir: 'rtl', lang: 'ar', arrow: '225deg' })
  const [key, label] = await page
    .locator('bantam-form .row')
    .first()
    .evaluate((row) =>
      [...row.querySelectorAll('kbd, span')].map((one) => one.getBoundingClientRect().x),
    )
  expect(key).toBeGreaterThan(label ?? 0)
})

test('a language that the form does not have still has the widget’s own words', async () => {
  await openSite(await begin(inEnglish), { attributes: 'async data-language="fr"' })
  await heading('Does procurement decide?').waitFor()
  expect(await nextButton()).toBe('Continuer')
})

test('without the words of a language the form goes on in English', async () => {
  await stage.page.route('**/assets/w/{speak,de}-*', (route) => route.abort())
  await openSite(await begin(inEnglish), { attributes: 'async data-language="de"' })
  await heading('Does procurement decide?').waitFor()
  expect(await nextButton()).toBe('Continue')
})
