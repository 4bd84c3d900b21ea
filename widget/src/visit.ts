import type { Ending, Question } from '@bantam/schema'

/** What the visitor sees now. */
export type Scene =
  | {
      readonly kind: 'ask'
      readonly question: Question
      readonly draft: unknown
      /** Why the answer does not count; `true` when it is missing. */
      readonly error?: string | true | undefined
      /** The how-manieth question this is, from 1. */
      readonly position: number
      /** Questions of the longest way still open, this one included; unknown for a moment at the start. */
      readonly remaining?: number
      readonly progress: number
      /** Whether going on sends the answers. */
      readonly isLast: boolean
    }
  | { readonly kind: 'opening' }
  | { readonly kind: 'sending' }
  /** Kept until it can be sent: the network is away, or `isBusy`: the server asks to wait. */
  | { readonly kind: 'saved'; readonly isBusy: boolean }
  | { readonly kind: 'ended'; readonly ending: Ending }
  | { readonly kind: 'failed'; readonly isStale: boolean }

/** One visit of one form, from the first question to the ending. Knows no DOM element. */
export interface Visit {
  readonly scene: Scene
  /** Recalls earlier answers in a text of the form. */
  say(text: string): string
  change(draft: unknown): void
  next(): void
  back(): void
}

/** Begins a visit. `onScene` is called after each change of the scene. */
export type OpenVisit = (watch: {
  readonly signal: AbortSignal
  readonly onScene: (moved?: 'forward' | 'back') => void
}) => Visit
