import { z } from 'zod'

/** How a test compares what `ref` names with `value`; choices compare by id, texts without regard to case. */
export const Operator = z.enum([
  'is',
  'is-not',
  'is-any-of',
  'is-none-of',
  'contains',
  'does-not-contain',
  'starts-with',
  'ends-with',
  'greater-than',
  'at-least',
  'less-than',
  'at-most',
  'between',
  'before',
  'after',
  'is-answered',
  'is-not-answered',
  'in-list',
])
export type Operator = z.infer<typeof Operator>

/** Values a test may compare with: a scalar, or a list for `is-any-of`, `is-none-of`, `between` and `in-list`. */
export const Operand = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number()])),
])
export type Operand = z.infer<typeof Operand>

const ref = z.string().regex(/^(question|hidden|calculation|property|signal|account):.+$/, {
  error:
    'must be question:ID, hidden:NAME, calculation:ID, property:NAME, signal:NAME or account:NAME',
})

export const Test = z.strictObject({
  ref,
  op: Operator,
  value: Operand.optional(),
  /** Window in days, for `signal:` counts only. */
  within: z.number().positive().optional(),
})
export type Test = z.infer<typeof Test>

export type Condition = Test | { all: Condition[] } | { any: Condition[] } | { not: Condition }

/** A small typed tree: `all`, `any`, `not`, or one test. Depth is capped by the reader of the document. */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    Test,
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
  ]),
)
