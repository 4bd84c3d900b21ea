import { z } from 'zod'
import { common } from '../question.ts'

export const Rating = z.strictObject({
  ...common,
  kind: z.literal('rating'),
  /** Number of stars; 5 when absent. */
  steps: z.int().min(2).max(10).optional(),
  validation: z.strictObject({}).optional(),
})
