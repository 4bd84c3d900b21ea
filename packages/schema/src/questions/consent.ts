import { z } from 'zod'
import { common } from '../question.ts'

/** One unticked box for one purpose; the text agreed to is the form's consent of that purpose, else the title. */
export const Consent = z.strictObject({
  ...common,
  kind: z.literal('consent'),
  purpose: z.string().min(1).max(100).optional(),
  validation: z.strictObject({}).optional(),
})
