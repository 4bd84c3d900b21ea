import { Form } from '@bantam/schema'
import { expect, test } from 'vitest'
import { importSurveyJs } from './import-surveyjs.ts'
import { everyKind } from './testing/surveys.ts'

const formOf = (definition: unknown): Form => {
  const result = importSurveyJs(definition)
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.refusals))
  return Form.parse(result.form)
}
const form = formOf(everyKind)
const question = (id: string) => form.questions.find((one) => one.id === id)
const only = (element: object, more: object = {}) => formOf({ elements: [element], ...more })

test('every kind of question becomes the kind that is like it', () => {
  expect(Object.fromEntries(form.questions.map(({ id, kind }) => [id, kind]))).toMatchObject({
    welcome: 'statement',
    hello: 'statement',
    mail: 'email',
    phone: 'phone',
    site: 'website',
    start: 'date',
    seats: 'number',
    code: 'short-text',
    years: 'number',
    story: 'long-text',
    role: 'single-choice',
    size: 'dropdown',
    tools: 'multiple-choice',
    agree: 'yes-no',
    sure: 'single-choice',
    stars: 'rating',
    nps: 'scale',
    odd: 'single-choice',
    order: 'ranking',
    picture: 'picture-choice',
    plan: 'file',
    quality: 'matrix',
    city: 'short-text',
    'usage-web-often': 'single-choice',
    'people-0-who': 'short-text',
    total: 'statement',
  })
})

test('what cannot be computed is not shown either', () => {
  expect(question('lost')).toBeUndefined()
  expect(form.calculations?.map(({ id }) => id)).toEqual([
    'score',
    'label',
    'mood',
    'total',
    'sum-1',
  ])
})

test('validators, bounds and special choices are kept', () => {
  expect(question('code')).toMatchObject({
    validation: { maxLength: 3, pattern: '[A-Z]{3}', patternHint: 'Three capitals' },
  })
  expect(question('seats')).toMatchObject({ validation: { min: 1, max: 500 } })
  expect(question('role')).toMatchObject({ other: true, choices: { length: 4 } })
  expect(question('nps')).toMatchObject({ from: 0, to: 10, labels: { low: 'Never' } })
})

test('a pattern that SurveyJS looks for anywhere is matched anywhere', () => {
  const validators = [{ type: 'regex', regex: 'ab', caseInsensitive: true }]
  expect(only({ type: 'text', name: 'a', validators }).questions[0]).toMatchObject({
    validation: { pattern: '(?i)(?s:.*)(?:ab)(?s:.*)' },
  })
})

test('texts of other languages are translations, and piping is recall', () => {
  expect(form.translations).toEqual({
    de: {
      title: 'Umfrage zu Software',
      'questions.welcome.title': 'Umfrage zu Software',
      'questions.role.title': 'Ihre Rolle',
      'questions.role.choices.boss.label': 'Leitung',
    },
  })
  expect(question('mail')?.title).toBe('Mail, {{full-name}}?')
  expect(question('last')?.title).toBe('Your score is {{calculation:score}}')
})

test('the form speaks the language of the survey', () => {
  const title = { default: 'Name', en: 'Name', de: 'Name?' }
  expect(only({ type: 'text', name: 'a', title }, { locale: 'de' })).toMatchObject({
    language: 'de',
    questions: [{ title: 'Name' }],
    translations: { en: { 'questions.a.title': 'Name' } },
  })
})

test('a question that is never shown is a hidden field, as is a name that nothing answers', () => {
  expect(form.hidden).toEqual(['campaign'])
  const { hidden, questions } = only({ type: 'text', name: 'a', visibleIf: "{plan} = 'pro'" })
  expect(hidden).toEqual(['plan'])
  expect(questions[0]?.showIf).toEqual({ ref: 'hidden:plan', op: 'is', value: 'pro' })
})

test('pages and panels are the sections of their questions', () => {
  expect(question('mail')?.section).toEqual({ title: 'About you', help: 'Only what we need.' })
  expect(question('most')?.section).toEqual({ title: 'In depth' })
})

test('a survey that leads elsewhere ends on a redirect', () => {
  const { endings } = only(
    { type: 'boolean', name: 'a' },
    {
      navigateToUrl: 'https://example.com/thanks',
      navigateToUrlOnCondition: [{ expression: '{a} = true', url: 'https://example.com/yes' }],
    },
  )
  expect(endings.map(({ kind, url }) => [kind, url])).toEqual([
    ['redirect', 'https://example.com/thanks'],
    ['redirect', 'https://example.com/yes'],
  ])
})

test('an ending whose condition has no words is not in the form', () => {
  expect(form.endings.map(({ title }) => title)).toEqual([
    'Thank you, {{full-name}}.',
    'We will call you.',
  ])
})

test.each([
  ['always holds', { requiredIf: '1 = 1' }, true],
  ['never holds', { requiredIf: '1 = 2', isRequired: true }, undefined],
  ['holds whenever it is shown', { requiredIf: '{A} = 1', visibleIf: '{b} = 2 and {a} = 1' }, true],
  ['depends on answers', { requiredIf: '{a} = 1' }, undefined],
  ['depends on answers, beside isRequired', { requiredIf: '{a} = 1', isRequired: true }, undefined],
  [
    'holds only sometimes when it is shown',
    { requiredIf: '{a} = 1', visibleIf: '{b} = 1' },
    undefined,
  ],
  ['cannot be read, beside isRequired', { requiredIf: '{a', isRequired: true }, true],
])('a requiredIf that %s', (_, more, required) => {
  const { questions } = formOf({
    elements: [
      { type: 'text', name: 'a' },
      { type: 'text', name: 'b' },
      { type: 'text', name: 'c', ...more },
    ],
  })
  expect(questions.find(({ id }) => id === 'c')?.required).toBe(required)
})

test('sums over choices are calculations; what is typed cannot be computed with', () => {
  const computed = (expression: string) =>
    formOf({
      elements: [
        { type: 'rating', name: 'stars' },
        { type: 'checkbox', name: 'extras', choices: [10, 20] },
        { type: 'text', name: 'seats', inputType: 'number' },
      ],
      calculatedValues: [{ name: 'v', expression }],
    }).calculations?.length
  expect(computed('{stars} * 2 + sum({extras}) / 10 - iif({seats} > 5, 1, 0)')).toBe(1)
  expect(computed('{seats} * 2')).toBeUndefined()
  expect(computed('{stars} * {stars}')).toBeUndefined()
  expect(computed('max({stars}, 2)')).toBeUndefined()
})

test('no text holds what no database stores, wherever it was cut or escaped', () => {
  const long = `${'x'.repeat(1699)}😀`
  const said = JSON.stringify(
    formOf({
      title: 'a&#0;b&#55296;c&#x41;&constructor;',
      pages: [
        {
          title: '😀'.repeat(300),
          elements: [
            { type: 'text', name: 'a', title: long },
            { type: 'text', name: 'Ab', title: `x${'𐌰'.repeat(80)}` },
            { type: 'text', name: 'b', title: long, isRequired: true },
            { type: 'html', name: 'c', html: `${'x'.repeat(1999)}😀${'y'.repeat(3999)}😀` },
          ],
        },
      ],
      completedHtml: `${'x'.repeat(1999)}😀 ${'y'.repeat(9998)}😀`,
    }),
  )
  expect(said).not.toMatch(/\\u0000|\\ud[89a-f]/)
  expect(said).toContain('a&#0;b&#55296;c&#x41;&constructor;')
})

test('a language that only objects inherit does no harm', () => {
  const title = JSON.parse('{"default": "A", "__proto__": "B", "constructor": "C"}')
  formOf({ elements: [{ type: 'text', name: 'a', title }] })
  expect(Object.hasOwn(Object.prototype, 'questions.a.title')).toBe(false)
  expect(Object.hasOwn(Object, 'questions.a.title')).toBe(false)
})

test('a question that is called as no key may be gets another id', () => {
  const { questions } = formOf({
    elements: ['constructor', 'prototype', '__proto__'].map((name) => ({ type: 'text', name })),
  })
  expect(questions.map(({ id }) => id)).toEqual([
    'constructor-question',
    'prototype-question',
    'proto',
  ])
})
