import type { Calendar, Interval } from '@bantam/schema'
import { DAY, dayOf, MINUTE } from '../sla/civil.ts'
import type { ZoneOffset } from '../sla/wall-time.ts'

const day: Interval[] = [['09:00', '17:00']]

/** Monday to Friday, nine to five, in Berlin. */
export const berlin: Calendar = {
  id: 'berlin',
  label: 'Berlin office',
  zone: 'Europe/Berlin',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
}

export const always: Calendar = {
  id: 'always',
  label: 'Round the clock',
  zone: 'UTC',
  week: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((name) => [name, [['00:00', '24:00']]]),
  ),
}

/** Offsets of IANA zones, as the platform knows them. */
export const zone: ZoneOffset = (name, instant) => {
  const second = Math.floor(instant / 1000) * 1000
  return atWallTime(wallTime(name, second)) - second
}

/** The epoch milliseconds of an ISO text with seconds, in UTC or with an offset. */
export const at = (iso: string): number => {
  const [, wall = '', sign, hours = 0, minutes = 0] =
    /^(.{19})(?:\.000)?(?:Z|([+-])(\d\d):(\d\d))$/.exec(iso) ?? []
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE
  return atWallTime(wall) - (sign === '-' ? -offset : offset)
}

/** What a zone's clock shows, as YYYY-MM-DDTHH:MM:SS. */
export const wallTime = (name: string, instant: number): string =>
  formatter(name).format(instant).replace(' ', 'T')

const atWallTime = (wall: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = wall.slice(11).split(':').map(Number)
  return dayOf(wall.slice(0, 10)) * DAY + (hours * 60 + minutes) * MINUTE + seconds * 1000
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Swedish dates are ISO dates. */
const formatter = (name: string) => {
  const known = formatters.get(name)
  if (known) return known
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: name,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  formatters.set(name, made)
  return made
}
