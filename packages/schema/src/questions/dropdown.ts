import { z } from 'zod'
import { common, withChoices } from '../question.ts'

export const Dropdown = z.strictObject({
  ...common,
  ...withChoices,
  kind: z.literal('dropdown'),
  placeholder: z.string().max(200).optional(),
  validation: z.strictObject({}).optional(),
})
