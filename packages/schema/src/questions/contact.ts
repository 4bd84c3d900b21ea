import { z } from 'zod'
import { common } from '../question.ts'

export const ContactPart = z.enum(['firstName', 'lastName', 'email', 'phone', 'company'])
export type ContactPart = z.infer<typeof ContactPart>

/** Several contact details on one screen, answered as `{ firstName, lastName, email, phone, company }`. */
export const Contact = z.strictObject({
  ...common,
  kind: z.literal('contact'),
  /** The parts to ask, in this order; all five when absent. */
  parts: z.array(ContactPart).min(1).optional(),
  /** Parts that an answer must hold; a required question needs at least `email` when it asks for it. */
  requiredParts: z.array(ContactPart).optional(),
  validation: z.strictObject({ business: z.boolean().optional() }).optional(),
})
