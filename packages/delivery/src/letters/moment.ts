/** An instant and whose clock it is read on. */
export interface Moment {
  readonly at: Date
  /** IANA name, such as `Europe/Berlin`. */
  readonly zone: string
  /** How the reader writes times and dates; `en-GB` when absent. */
  readonly locale?: string | undefined
}

/** `14:35` on the reader's clock. */
export const clockOf = ({ at, zone, locale }: Moment): string =>
  new Intl.DateTimeFormat(locale ?? 'en-GB', {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
  }).format(at)

/** `14:35 today`, `9:05 tomorrow` or `9:05 on Monday 30 November`, seen from `now`. */
export const momentInWords = (moment: Moment, now: Date): string =>
  `${clockOf(moment)} ${nearDay(moment, now) ?? `on ${dateOf(moment)}`}`

/** What a reader on another day or in another place needs beside that: `Tuesday 24 November, Berlin time`. */
export const momentExactly = (moment: Moment, now: Date): string =>
  [...(nearDay(moment, now) === undefined ? [] : [dateOf(moment)]), zoneInWords(moment.zone)].join(
    ', ',
  )

const nearDay = ({ at, zone }: Moment, now: Date): string | undefined =>
  ['today', 'tomorrow'][dayNumber(at, zone) - dayNumber(now, zone)]

const dateOf = ({ at, zone, locale }: Moment): string =>
  new Intl.DateTimeFormat(locale ?? 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: zone,
  }).format(at)

/** `Berlin time`, so that nobody has to guess whose clock is meant. */
export const zoneInWords = (zone: string): string => {
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return zone.includes('/') && !zone.startsWith('Etc/') ? `${place} time` : 'UTC'
}

const dayNumber = (instant: Date, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: zone,
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day')) / 86_400_000
}
