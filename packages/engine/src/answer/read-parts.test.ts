import type { Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { choices } from '../testing/forms.ts'
import { matrix, question, read } from '../testing/reading.ts'
import { readAnswer } from './read-answer.ts'

test.each<[unknown, unknown]>([
  ['acme.com', 'https://acme.com'],
  [' HTTP://Acme.COM/Über uns?', '!not-a-website'],
  ['HTTP://Acme.COM/Über?q=1#top', 'http://acme.com/%C3%9Cber?q=1#top'],
  ['https://acme.com/', 'https://acme.com'],
  ['https://acme.com/?a=/', 'https://acme.com?a=/'],
  ['//acme.com/about', 'https://acme.com/about'],
  ['acme.com:8080/about', 'https://acme.com:8080/about'],
  ['bücher.example', 'https://xn--bcher-kva.example'],
  ['javascript:alert(1)', '!not-a-website'],
  ['data:text/html,acme.com', '!not-a-website'],
  ['ftp://acme.com', '!not-a-website'],
  ['mailto:ann@acme.com', '!not-a-website'],
  ['https:acme.com', '!not-a-website'],
  ['https:\\\\acme.com', '!not-a-website'],
  ['https:///acme.com', '!not-a-website'],
  ['https://ann:secret@acme.com', '!not-a-website'],
  ['https://localhost', '!not-a-website'],
  ['localhost:3000', '!not-a-website'],
  ['https://.com', '!not-a-website'],
  ['https://acme..com', '!not-a-website'],
  ['acme', '!not-a-website'],
  ['acme.com next door', '!not-a-website'],
  [`acme.com/${'x'.repeat(2048)}`, '!too-long'],
  [`acme.com/${'ü'.repeat(1000)}`, '!too-long'],
  [12, '!not-a-text'],
  ['  ', undefined],
])('the website %j reads as %j', (raw, expected) => {
  expect(read(question('website'), raw)).toEqual(expected)
})

test.each<[string, Question, unknown, unknown]>([
  ['all rows', matrix(), { speed: 'bad', price: 'good' }, { price: 'good', speed: 'bad' }],
  ['some rows', matrix(), { price: 'good', speed: null }, { price: 'good' }],
  ['no row', matrix(), { price: '', speed: null }, undefined],
  ['an unknown row', matrix(), { service: 'good' }, '!unknown-row'],
  ['a row of the prototype', matrix(), { constructor: 'good' }, '!unknown-row'],
  ['an unknown choice', matrix(), { price: 'fine' }, '!unknown-choice'],
  ['a list of choices', matrix(), { price: ['good'] }, '!unknown-choice'],
  ['a list', matrix(), ['good'], '!not-an-answer'],
  ['a row left open where all count', matrix({ required: true }), { price: 'good' }, '!incomplete'],
])('a matrix of %s', (_, of, raw, expected) => {
  expect(read(of, raw)).toEqual(expected)
})

test('a row or a part by the name of a prototype is like any other', () => {
  const odd = matrix({
    rows: choices('constructor', '__proto__').map((row) => ({ ...row, id: row.label })),
  })
  const raw: unknown = JSON.parse('{ "constructor": "good", "__proto__": "bad" }')
  const value = read(odd, raw)
  expect(Object.entries(Object(value))).toEqual([
    ['constructor', 'good'],
    ['__proto__', 'bad'],
  ])
  expect(read(question('contact'), raw)).toBe('!not-an-answer')
  expect(read(question('address'), { constructor: 'good' })).toBe('!not-an-answer')
})

const full = {
  firstName: ' Ada ',
  lastName: 'Lovelace',
  email: 'Ada@Engine.EXAMPLE',
  phone: '+44 20 7946 0000',
  company: 'Engine Ltd',
}

test.each<[string, Question, unknown, unknown]>([
  [
    'each part as its own kind reads it, in the order asked',
    question('contact', { parts: ['email', 'firstName'] }),
    { firstName: full.firstName, email: full.email },
    { email: 'ada@engine.example', firstName: 'Ada' },
  ],
  [
    'blank parts left out',
    question('contact'),
    { firstName: 'Ada', lastName: ' ', phone: null },
    { firstName: 'Ada' },
  ],
  ['nothing but blanks', question('contact'), { firstName: ' ', phone: '' }, undefined],
  ['a part that is not asked', question('contact', { parts: ['email'] }), full, '!not-an-answer'],
  ['a name', question('contact'), 'Ada', '!not-an-answer'],
  ['a wrong email', question('contact'), { ...full, email: 'ada' }, '!not-an-email'],
  ['a wrong phone', question('contact'), { ...full, phone: '12' }, '!not-a-phone'],
  ['no email', question('contact', { required: true }), { firstName: 'Ada' }, '!required'],
  [
    'no first part where no email is asked',
    question('contact', { required: true, parts: ['firstName', 'phone'] }),
    { phone: full.phone },
    '!required',
  ],
  [
    'a part that an answer must hold',
    question('contact', { requiredParts: ['company'] }),
    { email: full.email },
    '!required',
  ],
  ['nothing at all', question('contact', { requiredParts: ['company'] }), {}, undefined],
  [
    'an address',
    question('address'),
    { country: 'France', city: ' Paris', region: '' },
    { city: 'Paris', country: 'France' },
  ],
  ['no street', question('address', { required: true }), { city: 'Paris' }, '!required'],
  ['a number for a street', question('address'), { line1: 5 }, '!not-a-text'],
  ['an address at length', question('address'), { postalCode: 'x'.repeat(41) }, '!too-long'],
])('parts: %s', (_, of, raw, expected) => {
  const value = read(of, raw)
  expect(value).toEqual(expected)
  if (typeof expected === 'object')
    expect(Object.keys(Object(value))).toEqual(Object.keys(expected as object))
})

test('what is wrong with a part is told by its name', () => {
  expect(readAnswer(question('contact'), { email: 'ada' })).toMatchObject({
    code: 'not-an-email',
    part: 'email',
    message: 'Email: Please enter an email address, like ann@company.com.',
  })
  expect(
    readAnswer(question('address', { requiredParts: ['city'] }), { line1: 'x' }),
  ).toMatchObject({
    code: 'required',
    part: 'city',
    message: 'City: Please answer this question.',
  })
  expect(readAnswer(matrix({ required: true }), { speed: 'good' })).toMatchObject({
    code: 'incomplete',
    part: 'price',
    message: 'Please answer every row: "Price" is still open.',
  })
})

test('a contact’s email and phone are read with what the world knows', () => {
  const business = question('contact', { validation: { business: true } })
  const facts = { isFreeMail: () => true, readPhone: () => '+4420' }
  expect(read(business, { email: 'a@mail.example' }, facts)).toBe('!free-mail')
  expect(read(question('contact'), { email: 'a@b.example', phone: '1' }, facts)).toEqual({
    email: 'a@b.example',
    phone: '+4420',
  })
})
