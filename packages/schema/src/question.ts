import { z } from 'zod'
import { Condition } from './condition.ts'

export const BantLetter = z.enum(['budget', 'authority', 'need', 'timeline'])
export type BantLetter = z.infer<typeof BantLetter>

/** From least to most sensitive; progressive profiling asks in this order. */
export const Sensitivity = z.enum(['contact', 'company', 'role', 'need', 'timeline', 'budget'])
export type Sensitivity = z.infer<typeof Sensitivity>

export const Jump = z.strictObject({
  when: Condition,
  to: z.string().regex(/^(question|ending):.+$/, { error: 'must be question:ID or ending:ID' }),
  /** Required on a jump back: how often it may be taken in one conversation. */
  atMost: z.int().min(1).max(20).optional(),
})
export type Jump = z.infer<typeof Jump>

export const Id = z.string().min(1).max(100)

/** What lead properties and hidden fields are kept under. Three names are members of every object. */
export const FieldName = z
  .string()
  .min(1)
  .max(100)
  .regex(/^(?!(?:__proto__|constructor|prototype)$)/, {
    error: 'must not be __proto__, constructor or prototype',
  })

/** What every kind of question carries. */
export const common = {
  id: Id,
  title: z.string().max(2000),
  help: z.string().max(4000).optional(),
  why: z.string().max(2000).optional(),
  required: z.boolean().optional(),
  property: FieldName.optional(),
  bant: BantLetter.optional(),
  sensitivity: Sensitivity.optional(),
  remember: z.strictObject({ freshDays: z.number().positive() }).optional(),
  /** `always` asks again of a visitor who has answered it before. */
  ask: z.enum(['always', 'when-unknown']).optional(),
  /** The part of a longer form that this question belongs to, shown above its title. */
  section: z
    .strictObject({ title: z.string().max(500), help: z.string().max(4000).optional() })
    .optional(),
  showIf: Condition.optional(),
  jumps: z.array(Jump).optional(),
}

export const Choice = z.strictObject({ id: Id, label: z.string().max(500) })
export type Choice = z.infer<typeof Choice>

export const withChoices = {
  choices: z.array(Choice).min(1).max(500),
  /** Offers a free text beside the choices, answered as `{ other: text }`. */
  other: z.boolean().optional(),
}

/** Length bounds in characters; `pattern` is an RE2 expression that the whole text must match, told in `patternHint`. */
export const TextValidation = z.strictObject({
  minLength: z.int().min(0).optional(),
  maxLength: z.int().min(1).optional(),
  pattern: z.string().max(500).optional(),
  patternHint: z.string().max(500).optional(),
})

/** Inclusive bounds; `integer` refuses fractions. */
export const NumberValidation = z.strictObject({
  min: z.number().optional(),
  max: z.number().optional(),
  integer: z.boolean().optional(),
})

/** Inclusive bounds as YYYY-MM-DD. */
export const DateValidation = z.strictObject({
  min: z.iso.date().optional(),
  max: z.iso.date().optional(),
})

/** How many choices may be picked. */
export const SelectionValidation = z.strictObject({
  min: z.int().min(0).optional(),
  max: z.int().min(1).optional(),
})
