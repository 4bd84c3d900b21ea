import { z } from 'zod'
import { common } from '../question.ts'

/** Says something and asks nothing. */
export const Statement = z.strictObject({
  ...common,
  kind: z.literal('statement'),
  button: z.string().max(60).optional(),
  validation: z.strictObject({}).optional(),
})
