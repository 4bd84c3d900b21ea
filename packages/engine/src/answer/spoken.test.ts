import type { Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { formOf, shortText } from '../testing/forms.ts'
import { compileForm } from '../conversation/compile-form.ts'
import { recallLookup } from '../conversation/recall-lookup.ts'
import { recall } from '../text/recall.ts'
import { spokenOf } from './spoken.ts'

const day: Question = { id: 'day', kind: 'date', title: 'When?' }
const seats: Question = { id: 'seats', kind: 'number', title: 'How many?', unit: 'seats' }

test.each([
  ['en', day, '2027-01-05', 'January 5, 2027'],
  ['de', day, '2027-01-05', '5. Januar 2027'],
  ['ja', day, '2027-01-05', '2027年1月5日'],
  ['en', seats, 12_345.25, '12,345.25 seats'],
  ['de', seats, 12_345.25, '12.345,25 seats'],
  ['en', seats, 2027, '2027 seats'],
  ['en', seats, 0.123456789, '0.123456789 seats'],
  ['en', shortText('text'), '2027-01-05', '2027-01-05'],
] as const)('%s: an answer to %o reads %s as %s', (language, question, value, words) => {
  expect(spokenOf(question, value, { language })).toBe(words)
})

test('a language that is none is no reason to fail', () => {
  expect(spokenOf(day, '2027-01-05', { language: 'not a tag' })).toBe('January 5, 2027')
})

test('a text recalls a day as the form’s language writes it', () => {
  const form = compileForm(formOf([day, seats], { language: 'fr' }))
  const lookup = recallLookup(form, new Map([['day', '2027-01-05'] as const]))
  expect(recall('Le {{day}}, donc', lookup)).toBe('Le 5 janvier 2027, donc')
})
