import type { Form, Question } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyKind } from '../testing/every-kind.ts'
import { inLanguage, textsOf } from './in-language.ts'

const size: Question = {
  id: 'size',
  kind: 'single-choice',
  title: 'How big?',
  help: 'Roughly.',
  choices: [
    { id: 's', label: 'Small' },
    { id: 'l', label: 'Large' },
  ],
  section: { title: 'You' },
}
const formWith = (
  texts: Readonly<Record<string, string>>,
  questions: readonly Question[] = [size],
): Form => ({
  schema: 1,
  title: 'Demo',
  language: 'en',
  questions: [...questions],
  consents: [{ purpose: 'contact', text: 'Call me', textVersion: '1' }],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thanks', body: 'Bye' }],
  translations: { de: { ...texts } },
})

test('every text that people read is said in the other language', () => {
  const form = formWith({
    title: 'Vorführung',
    'questions.size.title': 'Wie groß?',
    'questions.size.section.title': 'Sie',
    'questions.size.choices.l.label': 'Groß',
    'consents.contact.text': 'Rufen Sie mich an',
    'endings.thanks.body': 'Tschüss',
  })
  expect(inLanguage(form, 'de')).toEqual({
    ...form,
    title: 'Vorführung',
    language: 'de',
    questions: [
      {
        ...size,
        title: 'Wie groß?',
        section: { title: 'Sie' },
        choices: [
          { id: 's', label: 'Small' },
          { id: 'l', label: 'Groß' },
        ],
      },
    ],
    consents: [{ purpose: 'contact', text: 'Rufen Sie mich an', textVersion: '1' }],
    endings: [{ id: 'thanks', kind: 'message', title: 'Thanks', body: 'Tschüss' }],
  })
})

test('the texts of a form are those that a translation replaces, each by its key', () => {
  const form = formWith({}, everyKind)
  const texts = textsOf(form)
  const said = Object.fromEntries(texts.map(({ key, text }) => [key, `${text}!`]))
  expect(textsOf(inLanguage({ ...form, translations: { de: said } }, 'de'))).toEqual(
    texts.map((one) => ({ ...one, text: `${one.text}!` })),
  )
  expect(textsOf(formWith({})).map(({ key }) => key)).toEqual([
    'title',
    'questions.size.title',
    'questions.size.help',
    'questions.size.choices.s.label',
    'questions.size.choices.l.label',
    'questions.size.section.title',
    'consents.contact.text',
    'endings.thanks.title',
    'endings.thanks.body',
  ])
})

test.each(['fr', 'constructor', '__proto__', ''])('without "%s" a form is itself', (language) => {
  const form = formWith({ title: 'Vorführung' })
  expect(inLanguage(form, language)).toBe(form)
})

test('no translation reaches what a form does', () => {
  const paths = (node: unknown, path = ''): string[] =>
    typeof node !== 'object' || node === null
      ? [path]
      : Object.entries(node).flatMap(([name, part]) =>
          paths(part, [path, Object(part).id ?? name].filter(Boolean).join('.')),
        )
  const plain = formWith({}, everyKind)
  const keys = paths({ questions: plain.questions, endings: plain.endings })
  const doing = (form: Form) =>
    form.questions.map(({ id, kind, showIf, jumps, property }) => [
      id,
      kind,
      showIf,
      jumps,
      property,
    ])
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), fc.string()), (texts) => {
      expect(doing(inLanguage(formWith(texts, everyKind), 'de'))).toEqual(doing(plain))
    }),
  )
})
