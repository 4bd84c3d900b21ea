import type { LeadFacts } from '../condition/facts.ts'
import type { CompiledExplicit, CompiledImplicit } from './compile-model.ts'

/** A line of the explanation. Its worth on the 0–100 scale is `whole` hundredths and a remainder. */
export interface Line {
  readonly criterion: string
  readonly whole: number
  readonly remainder: number
  readonly because: string
  /** When this ref has a display, `prefix` and the display are the words instead. */
  readonly toldBy: string | undefined
  readonly prefix: string
}

export const lineOf = (
  { criterion, points, toldBy, prefix }: CompiledExplicit,
  scale: number,
): Line => ({ ...line(criterion.id, points * scale, criterion.label), toldBy, prefix })

/** "Saw pricing 3 times, last 2 days ago", worth its decayed points. */
export const lineOfEvents = (
  { criterion: { id, label } }: CompiledImplicit,
  {
    events,
    worth,
    now,
  }: {
    readonly events: readonly number[]
    readonly worth: number
    readonly now: number
  },
): Line => {
  const age = ago(now - (events[0] ?? now))
  const often = events.length === 1 ? `once, ${age}` : `${events.length} times, last ${age}`
  return line(id, worth, `${label} ${often}`)
}

interface Bounds {
  readonly id: string
  readonly label: string
  readonly floor: number
  readonly cap: number
  readonly scale: number
}

/** "Pricing page is capped at 40": what a bound took away or gave back. */
export const lineOfBound = ({ id, label, floor, cap, scale }: Bounds, cut: number): Line =>
  cut < 0
    ? line(`${id}:cap`, cut * scale, `${label} is capped at ${cap / 100}`)
    : line(`${id}:floor`, cut * scale, `${label} does not fall below ${floor / 100}`)

/** The line from which fit starts. */
export const lineOfStart = (worth: number): Line =>
  line('baseline', worth, 'Where fit starts before anything counts')

export const wordsOf = ({ toldBy, prefix, because }: Line, { display }: LeadFacts): string => {
  const held = toldBy === undefined ? undefined : display?.(toldBy)
  return held ? prefix + held : because
}

const line = (criterion: string, worth: number, because: string): Line => {
  const whole = Math.floor(worth)
  return { criterion, whole, remainder: worth - whole, because, toldBy: undefined, prefix: '' }
}

const HOUR = 3_600_000

const ago = (age: number): string => {
  if (age < HOUR) return 'within the last hour'
  if (age < 24 * HOUR) return count(Math.floor(age / HOUR), 'hour')
  return count(Math.floor(age / (24 * HOUR)), 'day')
}

const count = (number: number, unit: string) => `${number} ${unit}${number === 1 ? '' : 's'} ago`
