import { expect, test } from 'vitest'
import { readRecipient } from './recipient.ts'

test.each([
  'ada@example.com',
  "o'brien+demo@mail.example.co.uk",
  'first.last@sub-domain.example',
  'user@xn--80ak6aa92e.com',
  'user@bücher.example',
  'user@example.xn--p1ai',
])('reads %s', (address) => {
  expect(readRecipient(address)).toBe(address)
})

test.each([
  '',
  'nobody',
  'a@localhost',
  'Bob\r\nBcc: victim@example.com',
  'a@b.c,victim@example.com',
  'a@b.co; victim@example.com',
  'Ada <ada@example.com>',
  '"victim@example.com x"@example.org',
  'a@[127.0.0.1]',
  'a(comment)@b.co',
  'Group: a@b.co, d@e.fo;',
  'undisclosed:;',
  '-oQ/tmp@b.co',
  'a@b.co\u0000@evil.example',
  'a@b@c.example',
  'a..b@example.com',
  '.a@example.com',
  'a.@example.com',
  'a@-b.example',
  'a@example.com\n',
  `${'a'.repeat(65)}@example.com`,
  `a@${'b.'.repeat(130)}example`,
])('refuses %j', (address) => {
  expect(readRecipient(address)).toBeUndefined()
})
