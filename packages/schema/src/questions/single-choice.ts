import { z } from 'zod'
import { common, withChoices } from '../question.ts'

export const SingleChoice = z.strictObject({
  ...common,
  ...withChoices,
  kind: z.literal('single-choice'),
  validation: z.strictObject({}).optional(),
})
