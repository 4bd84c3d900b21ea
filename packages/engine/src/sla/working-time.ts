import type { Calendar, Interval, Weekday } from '@bantam/schema'
import { DAY, dayOf, MINUTE } from './civil.ts'
import { instantOf, type ZoneOffset } from './wall-time.ts'

/** A stretch of working time between two instants. */
export interface Span {
  readonly from: number
  readonly to: number
}

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** A calendar without working time for this long has none, as far as a promise is concerned. */
const EMPTY_DAYS = 366
/** No promise runs longer than ten years. */
const MOST_DAYS = 3660

/** Working time from `start` on, in order; ends after a year without any, or after ten years. */
export function* spansFrom(
  calendar: Calendar,
  { start, zone }: { readonly start: number; readonly zone: ZoneOffset },
): Generator<Span> {
  const spansOf = daysOf(calendar, zone)
  const first = Math.floor((start + zone(calendar.zone, start)) / DAY)
  let idle = 0
  for (let day = first; day < first + MOST_DAYS && idle < EMPTY_DAYS; day++) {
    idle++
    for (const { from, to } of spansOf(day)) {
      if (start >= to) continue
      idle = 0
      yield { from: Math.max(start, from), to }
    }
  }
}

type SpansOfDay = (day: number) => readonly Span[]

/** Every lead asks about the same few days of a calendar, and the answer never changes. */
const known = new WeakMap<Calendar, { readonly zone: ZoneOffset; readonly spansOf: SpansOfDay }>()

const daysOf = (calendar: Calendar, zone: ZoneOffset): SpansOfDay => {
  const earlier = known.get(calendar)
  if (earlier?.zone === zone) return earlier.spansOf
  const work = workOn(calendar, zone)
  const days = new Map<number, readonly Span[]>()
  const spansOf = (day: number) => {
    const spans = days.get(day) ?? work(day)
    days.set(day, spans)
    return spans
  }
  known.set(calendar, { zone, spansOf })
  return spansOf
}

/** The stretches of a day, counted from 1970-01-01, that have a length. */
const workOn = (calendar: Calendar, zone: ZoneOffset): SpansOfDay => {
  const exceptions = new Map(
    calendar.exceptions?.map(({ date, intervals }) => [dayOf(date), intervals]),
  )
  return (day) => {
    // Day 0 was a Thursday.
    const weekday = weekdays[(((day + 3) % 7) + 7) % 7] as Weekday
    const at = (minutes: number, isEnd: boolean) =>
      instantOf(day * DAY + minutes * MINUTE, { zone, name: calendar.zone, isEnd })
    return merged(exceptions.get(day) ?? calendar.week[weekday] ?? [])
      .map(([from, to]) => ({ from: at(from, false), to: at(to, true) }))
      .filter(({ from, to }) => from < to)
  }
}

/** Intervals as minutes of the day, in order, overlaps joined. */
const merged = (intervals: readonly Interval[]): readonly (readonly [number, number])[] => {
  const joined: [number, number][] = []
  const inOrder = intervals
    .map(([from, to]) => [minutesOf(from), minutesOf(to)] as const)
    .sort(([a], [b]) => a - b)
  for (const [from, to] of inOrder) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

const minutesOf = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}
