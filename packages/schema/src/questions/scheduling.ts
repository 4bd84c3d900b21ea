import { z } from 'zod'
import { common } from '../question.ts'

/** Offers a booking page; the answer is what the visitor says of the appointment, such as its date and time. */
export const Scheduling = z.strictObject({
  ...common,
  kind: z.literal('scheduling'),
  url: z.url({ protocol: /^https?$/ }),
  /** Words of the link, "Choose a time" when absent. */
  button: z.string().max(60).optional(),
  validation: z.strictObject({}).optional(),
})
