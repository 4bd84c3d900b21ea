import type { Value } from './expression/expression.ts'

/** A value that an answer may have in the source; `id` is ours, absent for the free text beside choices. */
export interface Option {
  readonly value: Value
  readonly id: string | number | boolean | undefined
}

/** How rules read an answer: one of these options, any of them at once, or a value of its own; a count is of what was picked. */
export type Domain =
  | { readonly kind: 'one'; readonly options: readonly Option[] }
  | { readonly kind: 'many'; readonly options: readonly Option[] }
  | { readonly kind: 'text' | 'number' | 'date' | 'count' | 'opaque' }

export const text: Domain = { kind: 'text' }
export const number: Domain = { kind: 'number' }
export const date: Domain = { kind: 'date' }
/** Rules can only ask whether there is an answer. */
export const opaque: Domain = { kind: 'opaque' }
