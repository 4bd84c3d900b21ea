import { z } from 'zod'
import { Choice, common } from '../question.ts'

/** One choice for each row; a required matrix needs every row. */
export const Matrix = z.strictObject({
  ...common,
  kind: z.literal('matrix'),
  rows: z.array(Choice).min(1).max(50),
  choices: z.array(Choice).min(1).max(20),
  validation: z.strictObject({}).optional(),
})
