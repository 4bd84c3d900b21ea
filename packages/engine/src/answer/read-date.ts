import { accepted, empty, outside, refused, type Reading } from './reading.ts'

/** Reads a date of the calendar as YYYY-MM-DD, within inclusive bounds of the same writing. */
export const readDate = (
  raw: unknown,
  bounds: { readonly min?: string | undefined; readonly max?: string | undefined } = {},
): Reading => {
  if (typeof raw !== 'string') return refused('not-a-date')
  const date = raw.trim()
  if (!date) return empty
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || day < 1 || day > daysIn(year, month))
    return refused('not-a-date')
  const { min = date, max = date } = bounds
  return date < min || date > max ? outside(bounds) : accepted(date)
}

/** Days of a month of the Gregorian calendar; none when there is no such month. */
const daysIn = (year: number, month: number) =>
  month === 2
    ? year % 4 || (year % 100 === 0 && year % 400)
      ? 28
      : 29
    : ([31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)
