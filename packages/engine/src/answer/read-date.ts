import { dayOf } from '../sla/civil.ts'
import { accepted, empty, outside, refused, type Reading } from './reading.ts'

/** Reads a date of the calendar as YYYY-MM-DD, within inclusive bounds of the same writing. */
export const readDate = (
  raw: unknown,
  bounds: { readonly min?: string | undefined; readonly max?: string | undefined } = {},
): Reading => {
  if (typeof raw !== 'string') return refused('not-a-date')
  const date = raw.trim()
  if (!date) return empty
  const [year, month = 0] = date.split('-').map(Number)
  const nextMonth = dayOf(`${year}-${month + 1}`)
  if (!writing.test(date) || dayOf(date) >= nextMonth) return refused('not-a-date')
  const { min = date, max = date } = bounds
  return date < min || date > max ? outside(bounds) : accepted(date)
}

const writing = /^\d{4}-(0[1-9]|1[012])-(?!00)\d\d$/
