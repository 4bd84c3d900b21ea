import { z } from 'zod'
import { common } from '../question.ts'

/** Asks for `{ name, domain, size }`; a required company needs its name. */
export const Company = z.strictObject({
  ...common,
  kind: z.literal('company'),
  /** The parts to ask, `name` alone when absent. */
  parts: z
    .array(z.enum(['name', 'domain', 'size']))
    .min(1)
    .optional(),
  validation: z.strictObject({}).optional(),
})
