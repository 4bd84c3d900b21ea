import { z } from 'zod'
import { common, TextValidation } from '../question.ts'

export const LongText = z.strictObject({
  ...common,
  kind: z.literal('long-text'),
  placeholder: z.string().max(200).optional(),
  validation: TextValidation.optional(),
})
