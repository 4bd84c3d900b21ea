import type { Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { colours, matrix, question } from '../testing/reading.ts'
import { displayOf, displayOfPart } from './display.ts'

const one = colours

test.each<[Question, Parameters<typeof displayOf>[1], string]>([
  [question('single-choice', one), 'red', 'Red'],
  [question('single-choice', one), { other: 'Pink' }, 'Pink'],
  [question('single-choice', one), 'gone', 'gone'],
  [question('multiple-choice', one), ['red', { other: 'Pink' }], 'Red, Pink'],
  [question('yes-no'), true, 'Yes'],
  [question('rating'), 4, '4 of 5'],
  [question('scale'), 9, '9 of 10'],
  [question('number', { unit: 'seats' }), 12, '12 seats'],
  [question('date'), '2026-11-22', '2026-11-22'],
  [question('company'), { name: 'Acme', domain: 'acme.com' }, 'Acme, acme.com'],
  [question('short-text'), undefined, ''],
  [question('picture-choice', one), 'red', 'Red'],
  [question('ranking', one), ['blue', 'red', 'green'], '1. Blue, 2. Red, 3. Green'],
  [matrix(), { speed: 'bad', price: 'good' }, 'Price: Good; Speed: Bad'],
  [matrix(), { speed: 'bad' }, 'Speed: Bad'],
  [
    question('contact'),
    { lastName: 'Lovelace', firstName: 'Ada', email: 'a@b.example' },
    'Ada Lovelace, a@b.example',
  ],
  [
    question('address'),
    { line1: '1 Main St', city: 'Paris', postalCode: '75001', country: 'France' },
    '1 Main St, 75001 Paris, France',
  ],
  [question('website'), 'https://acme.com', 'https://acme.com'],
  [question('scheduling'), 'Tuesday', 'Tuesday'],
  [question('file'), 'AbCdEfGhIjKlMnOpQrSt_-', 'Uploaded file'],
])('%j shows %j as %s', (of, value, words) => {
  expect(displayOf(of, value)).toBe(words)
})

test.each<[Question, Parameters<typeof displayOf>[1], string, string]>([
  [matrix(), { price: 'good' }, 'price', 'Good'],
  [matrix(), { price: 'good' }, 'speed', ''],
  [question('ranking', one), ['blue', 'red', 'green'], '1', 'Blue'],
  [question('ranking', one), ['blue', 'red', 'green'], '4', ''],
  [question('contact'), { email: 'a@b.example' }, 'email', 'a@b.example'],
  [question('company'), { name: 'Acme' }, 'constructor', ''],
])('%j of %j: its part %s shows as %s', (of, value, name, words) => {
  expect(displayOfPart(of, { value, part: name })).toBe(words)
})

test('labels and units are said with what they recall, and a free text as it was written', () => {
  const recalling = { choices: [{ id: 'red', label: 'Red for {{x}}' }], other: true }
  const say = (text: string) => text.replace('{{x}}', 'Ann')
  expect(displayOf(question('dropdown', recalling), 'red', say)).toBe('Red for Ann')
  expect(displayOf(question('dropdown', recalling), { other: '{{x}}' }, say)).toBe('{{x}}')
  expect(displayOf(question('number', { unit: 'a head, {{x}}' }), 5, say)).toBe('5 a head, Ann')
})
