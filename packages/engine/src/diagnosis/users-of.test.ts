import { expect, test } from 'vitest'
import { demoRequest, formOf, is, shortText, test as compared } from '../testing/forms.ts'
import { usersOf } from './users-of.ts'

test('a question is used by conditions, jumps, texts and calculations', () => {
  const { users } = usersOf(demoRequest, { thing: { kind: 'question', id: 'needs' } })
  expect(users.map(({ path }) => path)).toEqual([
    'questions.8.showIf',
    'calculations.0.steps.0.when',
    'calculations.0.steps.1.when',
  ])
  const school = usersOf(demoRequest, { thing: { kind: 'question', id: 'school' } })
  expect(school.users).toEqual([
    { path: 'questions.3.jumps.0.to', message: '“What do you do?” jumps to it' },
  ])
  expect(
    usersOf(demoRequest, { thing: { kind: 'question', id: 'name' } }).users.map(({ path }) => path),
  ).toEqual(['questions.2.title', 'endings.0.title'])
})

test('its repair leaves nobody who uses it', () => {
  const { repair } = usersOf(demoRequest, { thing: { kind: 'question', id: 'company-size' } })
  expect(repair?.edits).toEqual([
    { type: 'setShowIf', id: 'procurement', when: { all: [is('timeline', 'this-quarter')] } },
    {
      type: 'setCalculation',
      id: 'interest',
      field: 'steps',
      value: demoRequest.calculations?.[0]?.steps.slice(0, 2),
    },
  ])
})

test('jumps to a removed question go on to the one after it', () => {
  const form = formOf([
    {
      ...shortText('a'),
      jumps: [{ when: is('a', 'x'), to: 'question:c' }],
    },
    shortText('b'),
    shortText('c'),
    shortText('d'),
  ])
  expect(usersOf(form, { thing: { kind: 'question', id: 'c' } }).repair?.edits).toEqual([
    { type: 'setJump', id: 'a', at: 0, jump: { when: is('a', 'x'), to: 'question:d' } },
  ])
})

test('a removed choice leaves the lists that name it', () => {
  const form = formOf([
    shortText('a'),
    { ...shortText('b'), showIf: compared('question:a', 'is-any-of', ['x', 'y']) },
    { ...shortText('c'), showIf: is('a', 'x') },
  ])
  expect(
    usersOf(form, { thing: { kind: 'choice', question: 'a', id: 'x' } }).repair?.edits,
  ).toEqual([
    { type: 'setShowIf', id: 'b', when: compared('question:a', 'is-any-of', ['y']) },
    { type: 'setShowIf', id: 'c', when: undefined },
  ])
})

test('every text that shows a question is let go of, in every language', () => {
  const text = 'for {{firm|you}}'
  const form = formOf(
    [
      shortText('firm'),
      {
        id: 'm',
        kind: 'matrix',
        title: 'Rate it',
        section: { title: text },
        rows: [{ id: 'r', label: text }],
        choices: [{ id: 'c', label: text }],
      },
      {
        id: 'p',
        kind: 'picture-choice',
        title: 'Pick',
        choices: [{ id: 'c', label: 'C', alt: text }],
      },
      { id: 's', kind: 'scale', title: 'S', labels: { low: text } },
      shortText('t', { validation: { patternHint: text } }),
    ],
    {
      translations: {
        de: { 'questions.s.title': 'für {{firm|Sie}}', 'questions.firm.title': text },
      },
    },
  )
  const { users, repair } = usersOf(form, { thing: { kind: 'question', id: 'firm' } })
  expect(users.map(({ path }) => path)).toEqual([
    'questions.1.section.title',
    'questions.1.rows.0.label',
    'questions.1.choices.0.label',
    'questions.2.choices.0.alt',
    'translations.de.questions.s.title',
    'questions.3.labels.low',
    'questions.4.validation.patternHint',
  ])
  expect(users[4]?.message).toBe('a text of “S” shows it in the translation "de"')
  expect(repair?.edits).toEqual([
    { type: 'setQuestion', id: 'm', field: 'section.title', value: 'for you' },
    { type: 'setRowLabel', id: 'm', row: 'r', label: 'for you' },
    { type: 'setChoiceLabel', id: 'm', choice: 'c', label: 'for you' },
    { type: 'setChoiceAlt', id: 'p', choice: 'c', alt: 'for you' },
    { type: 'setTranslation', language: 'de', key: 'questions.s.title', text: 'für Sie' },
    { type: 'setQuestion', id: 's', field: 'labels.low', value: 'for you' },
    { type: 'setQuestion', id: 't', field: 'validation.patternHint', value: 'for you' },
  ])
})

test('a row is used by who shows what it holds', () => {
  const form = formOf([
    {
      id: 'm',
      kind: 'matrix',
      title: 'Rate it',
      rows: [
        { id: 'r', label: 'R' },
        { id: 'q', label: 'Q' },
      ],
      choices: [{ id: 'c', label: 'C' }],
    },
    shortText('a', { title: '{{m.r|fine}}, {{m.q|fine}}' }),
  ])
  expect(usersOf(form, { thing: { kind: 'row', question: 'm', id: 'r' } }).repair?.edits).toEqual([
    { type: 'setQuestion', id: 'a', field: 'title', value: 'fine, {{m.q|fine}}' },
  ])
})

test('models and routing that read a question are users without a repair here', () => {
  const form = formOf([shortText('a'), shortText('b')])
  const routing = {
    schema: 1 as const,
    rules: [{ id: 'r', label: 'Big', when: is('a', 'x'), to: { destination: 'sales' as const } }],
    fallback: { destination: 'nurture' as const },
    pools: [],
    calendars: [],
    policies: [],
  }
  expect(usersOf(form, { thing: { kind: 'question', id: 'a' }, routing })).toEqual({
    users: [{ path: 'routing.rules.0', message: 'the routing rule “Big” reads it' }],
  })
})
