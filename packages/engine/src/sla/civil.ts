/** Calendar arithmetic without a clock: days are numbered from 1970-01-01, instants are epoch milliseconds. */

export const MINUTE = 60_000
export const DAY = 86_400_000

/**
 * The number of a date written YYYY-MM-DD, by counting days of the proleptic Gregorian calendar in
 * years that begin in March (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"). A
 * thirteenth month is the next year's first, a day that goes unsaid the first.
 */
export const dayOf = (date: string): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const y = month > 2 ? year : year - 1
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  return y * 365 + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 719_469
}

/** The date of a numbered day, YYYY-MM-DD; the inverse of `dayOf`. */
export const dateOf = (day: number): string => {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  const dayOfYear = dayOfEra - (365 * yearOfEra + leaps)
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1, 2)}`
}

/** An instant as ISO 8601 in UTC with milliseconds. */
export const isoOf = (instant: number): string => {
  const whole = Math.round(instant)
  const day = Math.floor(whole / DAY)
  const time = whole - day * DAY
  const part = (unit: number, size: number) => padded(Math.floor(time / unit) % size, 2)
  const clock = `${part(3_600_000, 24)}:${part(MINUTE, 60)}:${part(1000, 60)}`
  return `${dateOf(day)}T${clock}.${padded(time % 1000, 3)}Z`
}

const padded = (number: number, length: number) => `${number}`.padStart(length, '0')
