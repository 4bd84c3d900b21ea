import type { Condition, Form } from '@bantam/schema'
import { expect, test } from 'vitest'
import { sentenceOf, textOf } from './sentence.ts'

const form: Form = {
  schema: 1,
  title: 'Demo',
  language: 'en',
  questions: [
    {
      id: 'size',
      kind: 'single-choice',
      title: 'How big are you?',
      property: 'companySize',
      choices: [
        { id: 's', label: '201–1,000' },
        { id: 'l', label: '1,000+' },
      ],
    },
    { id: 'decides', kind: 'yes-no', title: 'Do you decide, {{first-name|or someone else}}?' },
    { id: 'seats', kind: 'number', title: 'How many seats?' },
  ],
  endings: [{ id: 'thanks', kind: 'message', title: 'Thank you' }],
}
const says = (condition: Condition) => textOf(sentenceOf(form, condition))

test('names the lead property and the choices by their labels', () => {
  expect(says({ ref: 'question:size', op: 'is-any-of', value: ['s', 'l'] })).toBe(
    'Company size is any of 201–1,000, 1,000+',
  )
})

test('names a question without property by its title, with recalls in brackets', () => {
  expect(says({ ref: 'question:decides', op: 'is', value: true })).toBe(
    'Do you decide, [or someone else]? is Yes',
  )
})

test('says numbers and ranges as people write them', () => {
  expect(says({ ref: 'question:seats', op: 'between', value: [10, 2500] })).toBe(
    'How many seats? is between 10 and 2,500',
  )
})

test('joins parts by and, or, and brackets a group inside a group', () => {
  const answered: Condition = { ref: 'question:seats', op: 'is-answered' }
  const plan: Condition = { ref: 'hidden:plan', op: 'is', value: 'team' }
  expect(says({ all: [answered, { any: [plan, { not: answered }] }] })).toBe(
    'How many seats? is answered and (hidden field plan is “team” or not (How many seats? is answered))',
  )
})

test('an empty group is always or never', () => {
  expect(says({ all: [] })).toBe('always')
  expect(says({ any: [] })).toBe('never')
})

test('says so when what it names was removed', () => {
  expect(says({ ref: 'question:gone', op: 'is-answered' })).toBe('a removed question is answered')
  expect(says({ ref: 'question:size', op: 'is', value: 'xl' })).toBe(
    'Company size is a removed choice (xl)',
  )
})

test('says the window of a signal', () => {
  expect(says({ ref: 'signal:pricing-page', op: 'at-least', value: 2, within: 30 })).toBe(
    'signal pricing-page is at least 2 in the last 30 days',
  )
})

test('names the part of an answer that has several', () => {
  const parts: Form = {
    ...form,
    questions: [
      {
        id: 'today',
        kind: 'matrix',
        title: 'Happy today?',
        rows: [{ id: 'reports', label: 'Reports' }],
        choices: [{ id: 'good', label: 'Happy' }],
      },
      { id: 'contact', kind: 'contact', title: 'How do we reach you?' },
    ],
  }
  const sentence = (condition: Condition) => textOf(sentenceOf(parts, condition))
  expect(sentence({ ref: 'question:today.reports', op: 'is', value: 'good' })).toBe(
    'Happy today? (Reports) is Happy',
  )
  expect(sentence({ ref: 'question:contact.email', op: 'is-answered' })).toBe(
    'How do we reach you? (Email) is answered',
  )
})
