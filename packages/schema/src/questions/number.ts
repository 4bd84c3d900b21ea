import { z } from 'zod'
import { common, NumberValidation } from '../question.ts'

export const NumberQuestion = z.strictObject({
  ...common,
  kind: z.literal('number'),
  placeholder: z.string().max(200).optional(),
  /** Shown beside the input, such as "seats" or "€". */
  unit: z.string().max(40).optional(),
  validation: NumberValidation.optional(),
})
