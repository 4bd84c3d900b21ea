import { expect, test } from 'vitest'
import { readRetryAfter } from './retry-after.ts'

const now = new Date('2026-11-23T09:00:00Z')

test('seconds and HTTP dates are milliseconds from now', () => {
  expect(readRetryAfter('120', now)).toBe(120_000)
  expect(readRetryAfter(' 0 ', now)).toBe(0)
  expect(readRetryAfter('Mon, 23 Nov 2026 09:01:30 GMT', now)).toBe(90_000)
})

test.each([
  undefined,
  '',
  '-5',
  '1.5',
  'soon',
  '1e9',
  '99999999999',
  'Mon, 23 Nov 2026 08:59:00 GMT',
  '2026-11-24',
  '0x10',
])('what is absent, past or nonsense asks for nothing: %s', (header) => {
  expect(readRetryAfter(header, now)).toBeUndefined()
})
