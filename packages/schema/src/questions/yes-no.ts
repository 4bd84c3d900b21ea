import { z } from 'zod'
import { common } from '../question.ts'

export const YesNo = z.strictObject({
  ...common,
  kind: z.literal('yes-no'),
  validation: z.strictObject({}).optional(),
})
