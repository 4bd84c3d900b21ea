import { z } from 'zod'
import { common, DateValidation } from '../question.ts'

export const DateQuestion = z.strictObject({
  ...common,
  kind: z.literal('date'),
  validation: DateValidation.optional(),
})
