import { z } from 'zod'
import { Choice, common, SelectionValidation } from '../question.ts'

/** Puts choices in order, best first; every one of them unless `validation` says how many. */
export const Ranking = z.strictObject({
  ...common,
  kind: z.literal('ranking'),
  choices: z.array(Choice).min(1).max(50),
  validation: SelectionValidation.optional(),
})
