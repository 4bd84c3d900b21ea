import type { Form, Question, Sensitivity } from '@bantam/schema'
import { expect, test } from 'vitest'
import { formOf, shortText } from '../testing/forms.ts'
import { skippedOf, type Engagement } from './skipped-of.ts'

const now = 1_772_409_600_000
const day = 86_400_000
const newcomer: Engagement = { submissions: 0, signals: 0, answeredAt: undefined, now }

const about = (sensitivity: Sensitivity, more: Partial<Question> = {}): Question =>
  ({ id: sensitivity, kind: 'yes-no', title: sensitivity, sensitivity, ...more }) as Question

const form = (more: Partial<Form> = {}) =>
  formOf(
    [
      about('budget'),
      about('role'),
      about('company'),
      about('need'),
      { id: 'email', kind: 'email', title: 'Email' },
      shortText('remark'),
      { id: 'consent', kind: 'consent', title: 'May we write?' },
    ],
    more,
  )

test('a demo asks everything', () => {
  expect(skippedOf(form({ touchpoint: 'demo' }), newcomer)).toEqual([])
})

test('a form that names no touchpoint asks everything', () => {
  expect(skippedOf(form(), newcomer)).toEqual([])
})

test('the least sensitive questions come first, up to the budget of the touchpoint', () => {
  const regular = { ...newcomer, submissions: 9 }
  expect(skippedOf(form({ touchpoint: 'newsletter' }), regular)).toEqual(['budget', 'role', 'need'])
  expect(skippedOf(form({ touchpoint: 'download' }), regular)).toEqual(['budget', 'need'])
  expect(skippedOf(form({ touchpoint: 'webinar' }), regular)).toEqual(['budget'])
})

test('a budget of the form itself comes before that of its touchpoint', () => {
  const own = form({ touchpoint: 'demo', profiling: { budget: 0 } })
  expect(skippedOf(own, newcomer)).toEqual(['budget', 'role', 'company', 'need'])
})

test('required questions are always asked, and use up the budget first', () => {
  const asking = formOf([about('company'), about('need', { required: true })], {
    touchpoint: 'newsletter',
  })
  expect(skippedOf(asking, newcomer)).toEqual(['company'])
  const two = formOf([about('company', { required: true }), about('role', { required: true })], {
    touchpoint: 'newsletter',
  })
  expect(skippedOf(two, newcomer)).toEqual([])
})

test('sensitive questions are asked once a visitor has come closer', () => {
  const webinar = form({ touchpoint: 'webinar', profiling: { budget: 9 } })
  expect(skippedOf(webinar, newcomer)).toEqual(['budget'])
  expect(skippedOf(webinar, { ...newcomer, submissions: 1, signals: 5 })).toEqual([])
})

test('a visitor who rests is asked for contact and for what is required only', () => {
  const resting = form({ touchpoint: 'demo', profiling: { restDays: 30 } })
  const answered = (days: number) => ({ ...newcomer, answeredAt: now - days * day })
  expect(skippedOf(resting, answered(29))).toEqual(['budget', 'role', 'company', 'need', 'remark'])
  expect(skippedOf(resting, answered(30))).toEqual([])
  expect(skippedOf(resting, newcomer)).toEqual([])
})
