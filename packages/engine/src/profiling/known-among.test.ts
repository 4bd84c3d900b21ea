import type { AnswerValue, Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { choices, formOf, shortText } from '../testing/forms.ts'
import { knownAmong, type EarlierAnswer } from './known-among.ts'

const now = 1_772_409_600_000
const day = 86_400_000

const role: Question = {
  id: 'role',
  kind: 'single-choice',
  title: 'Role?',
  property: 'role',
  other: true,
  choices: choices('Director', 'Student'),
}

const earlier = (value: AnswerValue, more: Partial<EarlierAnswer> = {}): EarlierAnswer => ({
  formId: 'another',
  questionId: 'position',
  property: 'role',
  value,
  at: now - day,
  ...more,
})

const known = (question: Question, ...given: EarlierAnswer[]) =>
  knownAmong({ formId: 'form', form: formOf([question]) }, { earlier: given, now }).get(question.id)
    ?.value

test('an answer is known by the lead property it filled, whatever form asked for it', () => {
  expect(known(role, earlier('director'))).toBe('director')
})

test('without a property it is known to the same question of the same form', () => {
  const { property: _, ...plain } = role
  const own = { property: undefined, questionId: 'role' }
  expect(known(plain as Question, earlier('director', { ...own, formId: 'form' }))).toBe('director')
  expect(known(plain as Question, earlier('director', own))).toBeUndefined()
})

test('an answer that the question would not take is not known', () => {
  expect(known(role, earlier('captain'))).toBeUndefined()
  expect(known(role, earlier(7))).toBeUndefined()
})

test('the newest answer counts', () => {
  expect(known(role, earlier('student'), earlier('director', { at: now - 9 * day }))).toBe(
    'student',
  )
})

test('after a year, or when the question says so, it is asked again', () => {
  const daysAgo = (days: number) => earlier('director', { at: now - days * day })
  expect(known(role, daysAgo(364))).toBe('director')
  expect(known(role, daysAgo(365))).toBeUndefined()
  const forgetful = { ...role, remember: { freshDays: 30 } }
  expect(known(forgetful, daysAgo(29))).toBe('director')
  expect(known(forgetful, daysAgo(30))).toBeUndefined()
})

test('a question that is always asked is never known', () => {
  expect(known({ ...role, ask: 'always' }, earlier('director'))).toBeUndefined()
})

test('nobody is known by their own words, their address or their consent', () => {
  expect(known(role, earlier({ other: 'pirate' }))).toBeUndefined()
  const own = (question: Question, value: AnswerValue) => known(question, earlier(value))
  expect(own(shortText('words', { property: 'role' }), 'words')).toBeUndefined()
  const email: Question = { id: 'email', kind: 'email', title: 'Email', property: 'role' }
  expect(own(email, 'ann@acme.example')).toBeUndefined()
  const consent: Question = { id: 'consent', kind: 'consent', title: 'OK?', property: 'role' }
  expect(own(consent, true)).toBeUndefined()
})
