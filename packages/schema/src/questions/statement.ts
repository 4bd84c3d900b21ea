import { z } from 'zod'
import { common } from '../question.ts'

/**
 * Says something and asks nothing. One that `passes` says nothing either: a conversation goes through it unseen, for
 * the sake of its jumps, and from then on it counts as answered.
 */
export const Statement = z.strictObject({
  ...common,
  kind: z.literal('statement'),
  button: z.string().max(60).optional(),
  passes: z.literal(true).optional(),
  validation: z.strictObject({}).optional(),
})
