import { z } from 'zod'

const seen = z.string().max(2048).optional()

/** One arrival of a visitor: the page and what its address said of the campaign. `at` is ISO 8601. */
export const Touch = z
  .object({ at: z.iso.datetime(), landingPage: seen, referrer: seen })
  .catchall(z.string().max(2048).optional())
export type Touch = z.infer<typeof Touch>

/** Where a lead came from: its first touch never changes, its last is that of the newest submission. */
export const Attribution = z.object({ first: Touch, last: Touch })
export type Attribution = z.infer<typeof Attribution>
