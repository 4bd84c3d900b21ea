import { z } from 'zod'
import { common, TextValidation } from '../question.ts'

export const ShortText = z.strictObject({
  ...common,
  kind: z.literal('short-text'),
  placeholder: z.string().max(200).optional(),
  validation: TextValidation.optional(),
})
