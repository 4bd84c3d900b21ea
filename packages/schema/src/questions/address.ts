import { z } from 'zod'
import { common } from '../question.ts'

export const AddressPart = z.enum(['line1', 'line2', 'city', 'region', 'postalCode', 'country'])
export type AddressPart = z.infer<typeof AddressPart>

/** A postal address, answered as `{ line1, line2, city, region, postalCode, country }`. */
export const Address = z.strictObject({
  ...common,
  kind: z.literal('address'),
  /** The parts to ask, in this order; all six when absent. */
  parts: z.array(AddressPart).min(1).optional(),
  /** Parts that an answer must hold; a required question needs at least the first part it asks for. */
  requiredParts: z.array(AddressPart).optional(),
  validation: z.strictObject({}).optional(),
})
