import type { AnswerValue, Condition, Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { compileCondition } from '../condition/compile-condition.ts'
import { choices, formOf, shortText, test as when } from '../testing/forms.ts'
import { compileForm } from './compile-form.ts'
import { replay } from './replay.ts'
import { turn } from './turn.ts'
import { propertiesOf, valuesOf } from './values.ts'

const question = (kind: Question['kind'], more: object = {}) =>
  ({ id: 'q', kind, title: 'Q', ...more }) as Question
const matrix = question('matrix', {
  rows: choices('Price', 'Speed'),
  choices: choices('Good', 'Bad'),
})
const ranking = question('ranking', { choices: choices('Red', 'Blue', 'Green') })

/** Whether a condition holds in a conversation and, read from its values, in a model: always the same. */
const holds = (of: Question, ...[value, condition]: [value: AnswerValue, condition: Condition]) => {
  const form = compileForm(formOf([of, shortText('then', { showIf: condition })]))
  const { path, answers } = replay(form, { answers: [{ questionId: 'q', value }] })
  const inConversation = path.includes('then')
  const inModel = compileCondition(condition)({ values: valuesOf(form, { answers }) }) === 1
  expect(inModel).toBe(inConversation)
  return inConversation
}

test.each<[Question, AnswerValue, Condition, boolean]>([
  [matrix, { price: 'good', speed: 'bad' }, when('question:q.price', 'is', 'good'), true],
  [matrix, { price: 'good', speed: 'bad' }, when('question:q.speed', 'is', 'good'), false],
  [matrix, { price: 'good' }, when('question:q.speed', 'is-not', 'good'), false],
  [matrix, { price: 'good', speed: 'bad' }, when('question:q', 'contains', 'bad'), true],
  [matrix, { price: 'good' }, when('question:q', 'contains', 'goo'), false],
  [matrix, { price: 'good', speed: 'good' }, when('question:q', 'is', 'good'), true],
  [matrix, { price: 'good', speed: 'bad' }, when('question:q', 'is', 'good'), false],
  [matrix, { price: 'good', speed: 'bad' }, when('question:q', 'is-any-of', ['bad']), true],
  [matrix, { price: 'good' }, when('question:q', 'is-answered'), true],
  [ranking, ['blue', 'red', 'green'], when('question:q.1', 'is', 'blue'), true],
  [ranking, ['blue', 'red', 'green'], when('question:q.2', 'is', 'blue'), false],
  [ranking, ['blue', 'red', 'green'], when('question:q', 'contains', 'green'), true],
  [
    question('contact'),
    { email: 'ada@mit.edu' },
    when('question:q.email', 'in-list', ['mit.edu']),
    true,
  ],
  [question('contact'), { email: 'ada@mit.edu' }, when('question:q.phone', 'is-answered'), false],
  [question('contact'), { company: 'Acme Inc' }, when('question:q', 'contains', 'acme inc'), true],
  [question('contact'), { company: 'Acme Inc' }, when('question:q', 'contains', 'acme'), false],
  [
    question('contact'),
    { company: 'Acme Inc' },
    when('question:q.company', 'contains', 'acme'),
    true,
  ],
  [question('address'), { country: 'France' }, when('question:q.country', 'is', 'france'), true],
  [
    question('company'),
    { name: 'Acme', size: '51' },
    when('question:q.size', 'at-least', 50),
    true,
  ],
  [question('company'), { name: 'Acme', size: '51' }, when('question:q', 'is', 'acme'), true],
  [question('website'), 'https://acme.com', when('question:q', 'contains', 'acme.com'), true],
  [
    question('picture-choice', { choices: choices('Red') }),
    'red',
    when('question:q', 'is', 'red'),
    true,
  ],
])('of %j with the answer %j, %j is %j', (of, value, condition, expected) => {
  expect(holds(of, value, condition)).toBe(expected)
})

test('a part left blank is known to be unanswered, one not yet asked is not', () => {
  const form = (place: 'first' | 'last') => {
    const shown = shortText('then', { showIf: when('question:q.phone', 'is-not-answered') })
    return compileForm(
      formOf(place === 'first' ? [question('contact'), shown] : [shown, question('contact')]),
    )
  }
  const answers = [{ questionId: 'q', value: { email: 'a@b.example' } }]
  expect(turn(form('first'), { answers })).toMatchObject({ question: { id: 'then' } })
  expect(turn(form('last'), { answers })).toMatchObject({ kind: 'end' })
  expect(turn(form('first'), { answers: [{ questionId: 'q', value: null }] })).toMatchObject({
    question: { id: 'then' },
  })
})

test('a question whose id reads like a part comes first', () => {
  const form = compileForm(formOf([shortText('q.email'), question('contact')]))
  const { answers } = replay(form, {
    answers: [
      { questionId: 'q.email', value: 'mine' },
      { questionId: 'q', value: { email: 'a@b.example', phone: '+49 30 123456' } },
    ],
  })
  expect(valuesOf(form, { answers })).toMatchObject({
    'question:q.email': 'mine',
    'question:q.phone': '+49 30 123456',
  })
})

test('a contact and a company fill the properties they are asked about, unless a question names them', () => {
  const form = compileForm(
    formOf([
      { ...question('contact'), id: 'who', property: 'person' },
      { ...question('company'), id: 'firm', property: 'company' },
      shortText('first', { property: 'firstName' }),
      shortText('last', { property: 'lastName' }),
    ]),
  )
  const { answers } = replay(form, {
    answers: [
      { questionId: 'who', value: { firstName: 'A', lastName: 'B', email: 'a@b.example' } },
      { questionId: 'firm', value: { name: 'Acme', domain: 'acme.com' } },
      { questionId: 'first', value: 'Ada' },
    ],
  })
  expect(
    Object.fromEntries(propertiesOf(form, answers).map(({ property, value }) => [property, value])),
  ).toEqual({
    firstName: 'Ada',
    lastName: 'B',
    email: 'a@b.example',
    person: { firstName: 'A', lastName: 'B', email: 'a@b.example' },
    company: { name: 'Acme', domain: 'acme.com' },
    companyDomain: 'acme.com',
  })
  expect(valuesOf(form, { answers })).toMatchObject({
    'property:email': 'a@b.example',
    'property:person': ['A', 'B', 'a@b.example'],
  })
})

test('a page may only fill hidden fields that the form names', () => {
  const form = compileForm(
    formOf([shortText('then', { showIf: when('hidden:plan', 'is', 'pro') })], { hidden: ['vip'] }),
  )
  const hidden = { plan: 'pro', vip: 'yes' }
  expect(turn(form, { answers: [], hidden }).kind).toBe('end')
  expect(valuesOf(form, { answers: new Map(), hidden })).toEqual({ 'hidden:vip': 'yes' })
})
