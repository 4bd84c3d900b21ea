import { expect, test } from 'vitest'
import { clockOf, momentExactly, momentInWords, zoneInWords } from './moment.ts'

const berlin = (at: string) => ({ at: new Date(at), zone: 'Europe/Berlin' })
const now = new Date('2026-11-23T22:30:00Z')

test('today and tomorrow are those of the reader, not of the server', () => {
  expect(momentInWords(berlin('2026-11-23T22:45:00Z'), now)).toBe('23:45 today')
  expect(momentInWords(berlin('2026-11-23T23:15:00Z'), now)).toBe('0:15 tomorrow')
  expect(momentInWords({ ...berlin('2026-11-23T23:15:00Z'), zone: 'America/New_York' }, now)).toBe(
    '18:15 today',
  )
})

test('any other day is named', () => {
  expect(momentInWords(berlin('2026-11-30T08:05:00Z'), now)).toBe('9:05 on Monday 30 November')
  expect(momentInWords(berlin('2026-11-20T08:05:00Z'), now)).toBe('9:05 on Friday 20 November')
})

test('tomorrow is tomorrow across a change of clocks and of years', () => {
  expect(momentInWords(berlin('2026-10-25T12:00:00Z'), new Date('2026-10-24T20:00:00Z'))).toBe(
    '13:00 tomorrow',
  )
  expect(momentInWords(berlin('2027-01-01T12:00:00Z'), new Date('2026-12-31T20:00:00Z'))).toBe(
    '13:00 tomorrow',
  )
})

test('what another reader needs is the date and whose clock it is', () => {
  expect(momentExactly(berlin('2026-11-24T08:05:00Z'), new Date('2026-11-23T10:00:00Z'))).toBe(
    'Tuesday 24 November, Berlin time',
  )
  expect(momentExactly(berlin('2026-11-30T08:05:00Z'), now)).toBe('Berlin time')
  expect(zoneInWords('America/New_York')).toBe('New York time')
  expect(zoneInWords('UTC')).toBe('UTC')
})

test('a reader who writes times with am and pm gets them', () => {
  expect(clockOf({ ...berlin('2026-11-23T13:35:00Z'), locale: 'en-US' })).toMatch(/^2:35\sPM$/)
})
