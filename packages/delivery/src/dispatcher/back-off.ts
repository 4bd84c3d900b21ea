import type { Channel } from '@bantam/storage'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/**
 * Milliseconds before each try, counted from the try before. Webhooks follow the schedule of Standard Webhooks 1.0
 * (about three days); mail is quicker at first, because a rep's clock is running, and outlasts greylisting.
 */
export const schedules: { readonly [C in Channel]: readonly number[] } = {
  webhook: [
    0,
    5 * second,
    5 * minute,
    30 * minute,
    2 * hour,
    5 * hour,
    10 * hour,
    14 * hour,
    20 * hour,
    24 * hour,
  ],
  mail: [0, 30 * second, 2 * minute, 6 * minute, 20 * minute, hour, 3 * hour, 8 * hour, 24 * hour],
}

/**
 * Milliseconds until the next try, or undefined when `tries` were all there are. Spread by ±20 %, so that receivers
 * are not met by a crowd when they come back; `chance` is in [0, 1). A receiver's wish `after` is kept, but neither
 * sooner than the schedule nor later than twice the schedule or an hour, whichever is more.
 */
export const waitAfter = (
  channel: Channel,
  { tries, after, chance }: { tries: number; after: number | undefined; chance: number },
): number | undefined => {
  const base = schedules[channel][tries]
  if (base === undefined) return undefined
  if (after === undefined) return Math.round(base * (0.8 + 0.4 * chance))
  return Math.min(Math.max(after, base), Math.max(2 * base, hour))
}
