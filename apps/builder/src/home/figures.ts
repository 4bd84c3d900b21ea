/** Whole per cent of the visitors who started and then submitted; undefined while nobody has started. */
export const completionOf = (stats: { starts: number; submissions: number }): number | undefined =>
  stats.starts === 0
    ? undefined
    : Math.min(100, Math.round((100 * stats.submissions) / stats.starts))

const spans = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' })
const dated = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' })

/** How long ago, in words; a date once it is more than two weeks. `now` in epoch milliseconds. */
export const timeSince = (instant: string, now: number): string => {
  const then = Date.parse(instant)
  const passed = Math.max(0, now - then)
  if (passed > 14 * 86_400_000) return dated.format(then)
  const span = spans.find(([, ms]) => passed >= ms)
  return span ? relative.format(-Math.floor(passed / span[1]), span[0]) : 'just now'
}
