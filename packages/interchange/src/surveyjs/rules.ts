import type { Condition } from '@bantam/schema'
import type { Expression } from './expression/expression.ts'
import type { Subject } from './subject.ts'

/** A number that answers add to: `start`, and more when conditions hold. */
export interface Sum {
  readonly start: number
  readonly steps: readonly { readonly when: Condition; readonly value: number }[]
}

/** The numbers that rules compute on the way. */
export interface Sums {
  /** The sum that a calculated value of this name comes to. */
  readonly named: (name: string) => Sum | undefined
  /** The ref of a calculation that comes to this sum; the same sum has the same one. */
  readonly refOf: (sum: Sum) => string
}

/** What translating an expression needs to know. */
export interface Rules {
  /** What a name means; undefined where the question that it names is not asked here. */
  readonly subjectOf: (name: string) => Subject | undefined
  readonly sums: Sums
  /** Translates what is nested. */
  readonly translate: (expression: Expression, translating: Translating) => Condition
  /** Told of each part that our language has no words for; it is then taken to hold. */
  readonly lose: (why: string) => void
  /** Told of each question that is read before it is asked. */
  readonly early: (name: string) => void
}

export interface Translating {
  /** Whether the condition is to hold when the expression does, or when it does not. */
  readonly holds: boolean
  /** The place where it is decided: what is asked from here on has no answer yet. */
  readonly at: number
  readonly rules: Rules
}
