import type { Question } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyKind } from '../testing/every-kind.ts'
import { demoRequest } from '../testing/forms.ts'
import { colours, question, read } from '../testing/reading.ts'
import { readAnswer } from './read-answer.ts'

const one = colours

test.each<[string, Question, unknown, unknown]>([
  ['a text is trimmed', question('short-text'), '  a  b ', 'a  b'],
  ['a blank text is empty', question('short-text'), '   ', undefined],
  ['a number is no text', question('short-text'), 5, '!not-a-text'],
  ['a short text holds 1,000', question('short-text'), 'x'.repeat(1001), '!too-long'],
  ['a long text holds more', question('long-text'), 'x'.repeat(1001), 'x'.repeat(1001)],
  [
    'lengths count characters',
    question('short-text', { validation: { maxLength: 2 } }),
    '👍👍',
    '👍👍',
  ],
  [
    'a minimum length',
    question('short-text', { validation: { minLength: 3 } }),
    'ab',
    '!too-short',
  ],
  [
    'an email is lower-cased',
    question('email'),
    ' Ann.Lee+x@Mail.Acme.COM ',
    'ann.lee+x@mail.acme.com',
  ],
  ['an email in another script', question('email'), 'ann@bücher.example', 'ann@bücher.example'],
  ['an email without a domain', question('email'), 'ann@', '!not-an-email'],
  ['an email without a dot', question('email'), 'ann@localhost', '!not-an-email'],
  ['an email with two dots', question('email'), 'ann..lee@acme.com', '!not-an-email'],
  ['an email with two addresses', question('email'), 'a@b.com,c@d.com', '!not-an-email'],
  ['an email that breaks a header', question('email'), 'a@b.com\nBcc: c@d.com', '!not-an-email'],
  [
    'a phone without facts stays as written',
    question('phone'),
    '+49 (30) 123-456',
    '+49 (30) 123-456',
  ],
  ['a phone with letters', question('phone'), '1-800-FLOWERS', '!not-a-phone'],
  ['a phone that is too short', question('phone'), '12345', '!not-a-phone'],
  ['a number', question('number'), -2.5, -2.5],
  ['a number an input wrote', question('number'), ' 42 ', 42],
  ['a hexadecimal number', question('number'), '0x10', '!not-a-number'],
  ['not a number', question('number'), Number.NaN, '!not-a-number'],
  [
    'a fraction where whole numbers count',
    question('number', { validation: { integer: true } }),
    1.5,
    '!not-an-integer',
  ],
  [
    'a number out of range',
    question('number', { validation: { min: 1, max: 9 } }),
    10,
    '!out-of-range',
  ],
  ['a choice', question('single-choice', one), 'red', 'red'],
  ['a choice by its label', question('single-choice', one), 'Red', '!unknown-choice'],
  ['a choice of the prototype', question('dropdown', one), 'constructor', '!unknown-choice'],
  [
    'another choice',
    question('dropdown', { ...one, other: true }),
    { other: ' Pink ' },
    { other: 'Pink' },
  ],
  [
    'another choice that is not offered',
    question('dropdown', one),
    { other: 'Pink' },
    '!unknown-choice',
  ],
  ['a list for one choice', question('dropdown', one), ['red'], '!not-an-answer'],
  ['choices', question('multiple-choice', one), ['blue', 'red'], ['blue', 'red']],
  [
    'choices with a free text',
    question('multiple-choice', { ...one, other: true }),
    ['red', { other: 'Pink' }],
    ['red', { other: 'Pink' }],
  ],
  ['no choices', question('multiple-choice', one), [], undefined],
  ['a choice twice', question('multiple-choice', one), ['red', 'red'], '!duplicate-choice'],
  [
    'too few choices',
    question('multiple-choice', { ...one, validation: { min: 2 } }),
    ['red'],
    '!too-few',
  ],
  [
    'too many choices',
    question('multiple-choice', { ...one, validation: { max: 1 } }),
    ['red', 'blue'],
    '!too-many',
  ],
  ['no is an answer', question('yes-no'), false, false],
  ['yes in words', question('yes-no'), 'yes', '!not-a-boolean'],
  ['stars', question('rating'), 5, 5],
  ['too many stars', question('rating'), 6, '!out-of-range'],
  ['zero on a scale', question('scale'), 0, 0],
  ['zero on a scale from one', question('scale', { from: 1 }), 0, '!out-of-range'],
  ['a date', question('date'), '2028-02-29', '2028-02-29'],
  ['a date that is none', question('date'), '2026-02-29', '!not-a-date'],
  ['a date of a month that is none', question('date'), '2026-13-01', '!not-a-date'],
  [
    'a date too early',
    question('date', { validation: { min: '2026-01-01' } }),
    '2025-12-31',
    '!out-of-range',
  ],
  ['a company by name', question('company'), ' Acme ', { name: 'Acme' }],
  [
    'a company by address',
    question('company'),
    { domain: 'https://www.Acme.com/x?y' },
    { domain: 'acme.com' },
  ],
  [
    'a required company needs its name',
    question('company', { required: true }),
    { domain: 'acme.com' },
    '!required',
  ],
  [
    'a company with a part unheard of',
    question('company'),
    { name: 'Acme', vat: '1' },
    '!not-an-answer',
  ],
  ['consent given', question('consent', { required: true }), true, true],
  ['required consent refused', question('consent', { required: true }), false, '!consent-required'],
  ['consent refused', question('consent'), false, false],
  ['an answer to a statement', question('statement'), 'hi', undefined],
  ['a picture', question('picture-choice', one), 'red', 'red'],
  ['a picture unheard of', question('picture-choice', one), 'pink', '!unknown-choice'],
  [
    'another picture',
    question('picture-choice', { ...one, other: true }),
    { other: 'Pink' },
    { other: 'Pink' },
  ],
  ['a ranking', question('ranking', one), ['blue', 'red', 'green'], ['blue', 'red', 'green']],
  ['a ranking left open', question('ranking', one), ['blue', 'red'], '!too-few'],
  ['a ranking of nothing', question('ranking', one), [], undefined],
  ['a ranking that repeats', question('ranking', one), ['red', 'red', 'blue'], '!duplicate-choice'],
  ['a ranking unheard of', question('ranking', one), ['red', 'blue', 'pink'], '!unknown-choice'],
  ['a ranking in words', question('ranking', one), 'red', '!not-an-answer'],
  [
    'a ranking of a free text',
    question('ranking', one),
    ['red', 'blue', { other: 'Pink' }],
    '!unknown-choice',
  ],
  ['the best two', question('ranking', { ...one, validation: { max: 2 } }), ['blue'], ['blue']],
  [
    'more than the best two',
    question('ranking', { ...one, validation: { max: 2 } }),
    ['blue', 'red', 'green'],
    '!too-many',
  ],
  [
    'fewer than the best two',
    question('ranking', { ...one, validation: { min: 2 } }),
    ['blue'],
    '!too-few',
  ],
  ['a booked time', question('scheduling'), ' Tuesday at 10 ', 'Tuesday at 10'],
  ['a booked time at length', question('scheduling'), 'x'.repeat(501), '!too-long'],
  ['an upload', question('file'), 'AbCdEfGhIjKlMnOpQrSt_-', 'AbCdEfGhIjKlMnOpQrSt_-'],
  ['an upload by its name', question('file'), 'cv.pdf', '!unknown-upload'],
  ['an upload from elsewhere', question('file'), '../../../../etc/passwd', '!unknown-upload'],
])('%s', (_, of, raw, expected) => {
  expect(read(of, raw)).toEqual(expected)
})

test('a business address is refused by what the world knows of its domain', () => {
  const business = question('email', { validation: { business: true } })
  const facts = {
    isFreeMail: (domain: string) => domain === 'mail.example',
    isDisposable: (domain: string) => domain === 'trash.example',
  }
  expect(read(business, 'a@mail.example', facts)).toBe('!free-mail')
  expect(read(business, 'a@trash.example', facts)).toBe('!disposable-mail')
  expect(read(business, 'a@acme.example', facts)).toBe('a@acme.example')
  expect(read(question('email'), 'a@mail.example', facts)).toBe('a@mail.example')
})

test('a phone is stored as the facts write it, with the country they assume', () => {
  const german = question('phone', { validation: { country: 'DE' } })
  const facts = {
    readPhone: (raw: string, country?: string) =>
      raw.startsWith('0') ? `+49${raw.slice(1)}${country}` : undefined,
  }
  expect(read(german, '030123456', facts)).toBe('+4930123456DE')
  expect(read(german, '123456', facts)).toBe('!not-a-phone')
})

test('a pattern is judged by the facts, told in its own words, and not judged without them', () => {
  const validation = { pattern: '[A-Z]{2}\\d+', patternHint: 'Two letters, then digits' }
  const facts = {
    matches: (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`).test(text),
  }
  for (const kind of ['short-text', 'long-text'] as const) {
    const code = question(kind, { validation })
    expect(read(code, 'AB12', facts)).toBe('AB12')
    expect(readAnswer(code, 'ab12', facts)).toMatchObject({
      code: 'pattern-mismatch',
      message: 'Two letters, then digits',
    })
    expect(read(code, 'ab12')).toBe('ab12')
    expect(read(code, '', facts)).toBeUndefined()
  }
})

test('refusals are told in words with the bound that was broken', () => {
  expect(readAnswer(question('number', { validation: { min: 1, max: 9 } }), 10)).toMatchObject({
    message: 'This must be from 1 to 9.',
  })
})

const part = fc.constantFrom(
  'firstName',
  'email',
  'phone',
  'line1',
  'name',
  'r1',
  'r2',
  '__proto__',
)
const said = fc.constantFrom(
  'red',
  'blue',
  'a@b.example',
  '+49 30 123456',
  'acme.com/x y',
  'é.com',
  '',
)
const anAnswer = fc.oneof(
  fc.jsonValue(),
  said,
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.uniqueArray(said),
  fc.dictionary(part, fc.oneof(said, fc.jsonValue())),
)

test('nothing that JSON can say makes a reader throw, and what is accepted reads the same again', () => {
  fc.assert(
    fc.property(fc.constantFrom(...demoRequest.questions, ...everyKind), anAnswer, (of, raw) => {
      const reading = readAnswer(of, raw)
      const again = reading.kind === 'accepted' ? readAnswer(of, reading.value) : reading
      expect(again).toEqual(reading)
    }),
  )
})

test('an address of hostile length is refused in a moment', () => {
  expect(read(question('email'), `${'a.'.repeat(30_000)}@`)).toBe('!too-long')
  expect(read(question('number'), '1'.repeat(60_000))).toBe('!not-a-number')
})
