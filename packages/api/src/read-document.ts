import type { z } from 'zod'
import { detailsOf, Problem, wordsFor } from './problems.ts'

/** A stored document from outside. Throws 422 invalid-document with every place; paths are those of the document. */
export const readDocument = <T>(schema: z.ZodType<T>, raw: unknown): T => {
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  const errors = detailsOf(result.error)
  throw new Problem('invalid-document', wordsFor(errors), { errors })
}
