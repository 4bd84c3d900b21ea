import { z } from 'zod'
import { common } from '../question.ts'

export const Scale = z.strictObject({
  ...common,
  kind: z.literal('scale'),
  /** Lowest and highest whole number; 0 and 10 (NPS) when absent. */
  from: z.int().min(0).max(1).optional(),
  to: z.int().min(2).max(10).optional(),
  labels: z
    .strictObject({ low: z.string().max(100).optional(), high: z.string().max(100).optional() })
    .optional(),
  validation: z.strictObject({}).optional(),
})
