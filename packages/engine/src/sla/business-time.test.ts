import type { Calendar } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { always, at, berlin, wallTime, zone } from '../testing/calendars.ts'
import { addBusinessTime, businessTimeBetween } from './business-time.ts'
import { dateOf, dayOf, isoOf } from './civil.ts'

const HOUR = 3_600_000
const add = (calendar: Calendar, start: string, hours: number) =>
  isoOf(addBusinessTime(calendar, { start: at(start), ms: hours * HOUR, zone }).at)
const between = (calendar: Calendar, from: string, to: string) =>
  businessTimeBetween(calendar, { from: at(from), to: at(to), zone }) / HOUR

test('an hour from Saturday afternoon ends on Monday at ten', () => {
  expect(add(berlin, '2026-11-21T15:00:00+01:00', 1)).toBe('2026-11-23T09:00:00.000Z')
})

test('time runs over the night and the weekend', () => {
  expect(add(berlin, '2026-11-20T16:30:00+01:00', 1)).toBe('2026-11-23T08:30:00.000Z')
  expect(add(berlin, '2026-11-20T10:00:00+01:00', 7)).toBe('2026-11-20T16:00:00.000Z')
  expect(add(berlin, '2026-11-20T08:00:00+01:00', 16)).toBe('2026-11-23T16:00:00.000Z')
  expect(between(berlin, '2026-11-20T16:30:00+01:00', '2026-11-23T09:30:00+01:00')).toBe(1)
})

test('office hours follow the wall clock over both changes of time', () => {
  expect(add(berlin, '2026-03-27T16:00:00+01:00', 2)).toBe('2026-03-30T08:00:00.000Z')
  expect(add(berlin, '2026-10-23T16:00:00+02:00', 2)).toBe('2026-10-26T09:00:00.000Z')
})

test('a day of 23 hours and one of 25 are as long as they are', () => {
  const sundays: Calendar = { ...berlin, week: { sun: [['00:00', '24:00']] } }
  expect(between(sundays, '2026-03-28T00:00:00Z', '2026-03-31T00:00:00Z')).toBe(23)
  expect(between(sundays, '2026-10-24T00:00:00Z', '2026-10-27T00:00:00Z')).toBe(25)
})

test('hours the clock skips hold no work, hours it shows twice hold it twice', () => {
  const nights: Calendar = { ...berlin, week: { sun: [['02:15', '02:45']] } }
  const early: Calendar = { ...berlin, week: { sun: [['01:00', '04:00']] } }
  expect(between(nights, '2026-03-29T00:00:00Z', '2026-03-30T00:00:00Z')).toBe(0)
  expect(between(early, '2026-03-28T12:00:00Z', '2026-03-30T00:00:00Z')).toBe(2)
  expect(between(early, '2026-10-24T12:00:00Z', '2026-10-26T00:00:00Z')).toBe(4)
})

test('several intervals a day, overlapping ones joined, and exceptions that replace the weekday', () => {
  const lunch: Calendar = {
    ...berlin,
    week: {
      mon: [
        ['14:00', '16:00'],
        ['08:00', '12:00'],
        ['11:00', '12:30'],
      ],
    },
    exceptions: [
      { date: '2026-11-30', intervals: [] },
      { date: '2026-11-29', intervals: [['10:00', '11:00']] },
    ],
  }
  expect(between(lunch, '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z')).toBe(6.5)
  expect(between(lunch, '2026-11-28T00:00:00Z', '2026-12-01T00:00:00Z')).toBe(1)
})

test('a calendar without working time falls back to plain time and says so', () => {
  const never: Calendar = { ...berlin, week: {} }
  const start = at('2026-11-20T10:00:00Z')
  expect(addBusinessTime(never, { start, ms: HOUR, zone })).toEqual({
    at: start + HOUR,
    isPlainTime: true,
  })
  expect(businessTimeBetween(never, { from: start, to: start + 10_000 * HOUR, zone })).toBe(0)
})

test('what was added lies between', () => {
  const start = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z') })
  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  )
  const ms = fc.integer({ min: 1, max: 60 * HOUR })
  fc.assert(
    fc.property(
      start,
      ms,
      zones,
      fc.constantFrom(berlin, always),
      (from, added, name, calendar) => {
        const moved = { ...calendar, zone: name }
        const { at: to } = addBusinessTime(moved, { start: from, ms: added, zone })
        expect(businessTimeBetween(moved, { from, to, zone })).toBe(added)
      },
    ),
  )
})

test('dates and instants are written as the calendar has them', () => {
  for (const date of ['1969-12-31', '1970-01-01', '2000-02-29', '2026-11-22', '2100-03-01']) {
    expect(wallTime('UTC', dayOf(date) * 86_400_000)).toBe(`${date}T00:00:00`)
    expect(dateOf(dayOf(date))).toBe(date)
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (instant) => {
      expect(isoOf(instant).slice(0, 19)).toBe(wallTime('UTC', instant))
      expect(Number(isoOf(instant).slice(20, 23))).toBe(instant % 1000)
    }),
  )
})
