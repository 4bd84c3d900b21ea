import { z } from 'zod'
import { common } from '../question.ts'

export const Email = z.strictObject({
  ...common,
  kind: z.literal('email'),
  placeholder: z.string().max(200).optional(),
  validation: z
    .strictObject({
      /** Refuses free-mail and disposable domains. */
      business: z.boolean().optional(),
    })
    .optional(),
})
