import type { BantLetter, Calculation, Condition, Ending, Jump, Lane } from '@bantam/schema'

/** An error stops a form from being published, a warning is a likely mistake, a hint a thing to consider. */
export type Severity = 'error' | 'warning' | 'hint'

/** One thing that is wrong or odd about a form. */
export interface Finding {
  /** Stable and kebab-case. */
  readonly code: string
  readonly severity: Severity
  /** Dotted, in the form: `questions.3.jumps.0.to`; in the model: `model.fit.groups.1.criteria.0`. */
  readonly path: string
  /** What it is, where, and what to do. */
  readonly message: string
  readonly fix?: Repair
}

/** A way to put something right, as edits to make in one go. */
export interface Repair {
  /** What it does, as a button says it. */
  readonly label: string
  readonly edits: readonly RepairEdit[]
}

/** The edits that repairs are made of, applied in order. Positions (`at`) count in the list as it is by then. */
export type RepairEdit =
  | { readonly type: 'setShowIf'; readonly id: string; readonly when: Condition | undefined }
  | { readonly type: 'setJump'; readonly id: string; readonly at: number; readonly jump: Jump }
  | { readonly type: 'removeJump'; readonly id: string; readonly at: number }
  | { readonly type: 'removeEnding'; readonly id: string }
  | {
      readonly type: 'setEnding'
      readonly id: string
      readonly field: 'title' | 'body'
      readonly value: string | undefined
    }
  | { readonly type: 'addEnding'; readonly ending: Ending }
  | { readonly type: 'addHidden'; readonly name: string }
  | { readonly type: 'removeCalculation'; readonly id: string }
  | {
      readonly type: 'setCalculation'
      readonly id: string
      readonly field: 'steps'
      readonly value: Calculation['steps']
    }
  | {
      readonly type: 'setQuestion'
      readonly id: string
      readonly field: 'property' | QuestionText
      readonly value: string | undefined
    }
  | {
      readonly type: 'setChoiceLabel'
      readonly id: string
      readonly choice: string
      readonly label: string
    }
  | {
      readonly type: 'setChoiceAlt'
      readonly id: string
      readonly choice: string
      readonly alt: string
    }
  | {
      readonly type: 'setRowLabel'
      readonly id: string
      readonly row: string
      readonly label: string
    }
  | {
      readonly type: 'setTranslation'
      readonly language: string
      readonly key: string
      readonly text: string
    }
  | { readonly type: 'removeHidden'; readonly name: string }

/** The texts of a question, apart from those of its choices and rows. */
export type QuestionText =
  | 'title'
  | 'help'
  | 'why'
  | 'section.title'
  | 'section.help'
  | 'placeholder'
  | 'unit'
  | 'button'
  | 'labels.low'
  | 'labels.high'
  | 'validation.patternHint'

/** Whether every path asks it, some do, or none. */
export type Covered = 'always' | 'sometimes' | 'never'

/** Lowest and highest, on the 0–100 scale. */
export interface Span {
  readonly lowest: number
  readonly highest: number
}

/** The paths that finish in one way, taken together. */
export interface PathFigures {
  /** The ending that branches lead to; null where the route chooses it. */
  readonly ending: string | null
  /** Fewest and most questions asked, statements included. */
  readonly shortest: number
  readonly longest: number
  readonly coverage: { readonly [L in BantLetter]: Covered }
  readonly asksContact: Covered
  /** With a model only. */
  readonly fit?: Span
  readonly intent?: Span
  readonly lanes?: readonly Lane[]
}

/** Everything that can be said of a form without anybody answering it. */
export interface Diagnosis {
  /** Errors first, then in the order of the form. */
  readonly findings: readonly Finding[]
  /** Fewest and most questions that a conversation asks, statements included; no conversation is outside. */
  readonly shortest: number
  readonly longest: number
  readonly coverage: { readonly [L in BantLetter]: Covered }
  /** Lanes that some path may reach; all of them without a model. */
  readonly lanes: readonly Lane[]
  readonly paths: readonly PathFigures[]
}
