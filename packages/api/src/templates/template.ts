import type { Form, ScoringModel } from '@bantam/schema'

/** A form to begin with, and the definition of a qualified lead that reads its answers. */
export interface Template {
  readonly id: string
  readonly name: string
  /** One sentence: when to take it. */
  readonly description: string
  /** Where the form stands, or the questioning method it follows. */
  readonly group: 'touchpoint' | 'framework'
  /** What the method covers and which questions cover it; BANT for a touchpoint. */
  readonly letters: readonly Letter[]
  readonly form: Form
  readonly model: ScoringModel
}

export interface Letter {
  readonly name: string
  readonly questions: readonly string[]
}
