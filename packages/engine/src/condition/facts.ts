import type { AnswerValue } from '@bantam/schema'

/** Kleene's three values: 1 true, 0 false, -1 unknown. */
export type Truth = 1 | 0 | -1

/** Something observed; `at` in epoch milliseconds. */
export interface Signal {
  readonly name: string
  readonly at: number
}

/**
 * What conditions read. Keys of `values` are refs: `question:ID`, `hidden:NAME`, `calculation:ID`,
 * `property:NAME`, `account:NAME`. `null` says known to be unanswered.
 */
export interface Facts {
  readonly values: { readonly [ref: string]: AnswerValue | null | undefined }
  readonly signals?: readonly Signal[] | undefined
  /** Whether `value` is on the named list; without it such tests stay unknown. */
  readonly inList?: ((list: string, value: string) => boolean) | undefined
  /** True during a conversation: a question that is absent may still be answered. */
  readonly isOpen?: boolean | undefined
}

/** What is known of a lead; absent means unanswered. */
export interface LeadFacts extends Facts {
  readonly signals: readonly Signal[]
  /** Words for people of what `ref` holds, used by explanations. */
  readonly display?: ((ref: string) => string | undefined) | undefined
}

/** Evaluates a compiled condition. `now` (epoch milliseconds) hides later signals and ends windows. */
export type Holds = (facts: Facts, now?: number) => Truth

/** An empty text or list is no answer either. */
export const isPresent = (value: AnswerValue | null | undefined): value is AnswerValue =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  (typeof value !== 'object' || !Array.isArray(value) || value.length > 0)

/**
 * The same ref as the engine keeps property names: look-ups by it skip a search for its one copy,
 * which takes longer than the look-up.
 */
export const asKey = (ref: string): string => Object.keys({ [ref]: ref })[0] ?? ref
