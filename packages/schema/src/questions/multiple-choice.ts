import { z } from 'zod'
import { common, SelectionValidation, withChoices } from '../question.ts'

export const MultipleChoice = z.strictObject({
  ...common,
  ...withChoices,
  kind: z.literal('multiple-choice'),
  validation: SelectionValidation.optional(),
})
