import { z } from '@hono/zod-openapi'
import type { Form, Routing, ScoringModel } from '@bantam/schema'

/** An id in a path. What cannot be an id is answered like an unknown one. */
export const idPath = z.object({ id: z.string().regex(/^[\w:.-]{1,100}$/) })

export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
})

/** A page of a list, newest first; `next` is the cursor of the following page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** An instant as the outside writes it. */
export const instant = z.iso.datetime()

/** Text that both databases can hold. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes('\0'), 'must not hold a NUL character')

const document = <T>(name: string) =>
  z.custom<T>().openapi({ type: 'object', allOf: [{ $ref: `#/components/schemas/${name}` }] })

/** Stored documents in answers: their schema is stated once, in the components. */
export const formDocument = document<Form>('Form')
export const modelDocument = document<ScoringModel>('ScoringModel')
export const routingDocument = document<Routing>('Routing')

/** A document that its own rules read afterwards: here only that there is one. */
export const anyDocument = z
  .unknown()
  .refine((value) => value !== undefined, { error: 'is missing: send the document' })
