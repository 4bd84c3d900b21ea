import { z } from 'zod'
import { common } from '../question.ts'

/** Asks for a web address; one written without `https://` is completed. */
export const Website = z.strictObject({
  ...common,
  kind: z.literal('website'),
  placeholder: z.string().max(200).optional(),
  validation: z.strictObject({}).optional(),
})
