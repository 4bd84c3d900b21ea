import { durationWords } from '@bantam/ui'

const day = 86_400_000

/** How long ago, for rows: "4 min ago", "2 h 5 min ago", after a week the date. */
export const agoWords = (at: string, now: number): string => {
  const age = now - Date.parse(at)
  if (age < 60_000) return 'just now'
  if (age > 7 * day) return dateWords(at, now)
  return `${coarse(age)} ago`
}

/** The largest unit of a length of time: a row has no room for two. */
export const coarse = (milliseconds: number): string =>
  durationWords(milliseconds).split(' ').slice(0, 2).join(' ')

/** The day, with its year only when that is not this one. */
const dateWords = (at: string, now: number): string => {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return new Date(at).toLocaleDateString(undefined, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  })
}

export const timeWords = (at: string): string =>
  new Date(at).toLocaleString(undefined, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
