import { z } from 'zod'
import { common } from '../question.ts'

export const Phone = z.strictObject({
  ...common,
  kind: z.literal('phone'),
  placeholder: z.string().max(200).optional(),
  validation: z
    .strictObject({
      /** ISO 3166 country assumed for a number written without a country code. */
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
    })
    .optional(),
})
