import type { Ending, Question } from '@bantam/schema'
import type { UploadOutcome, UploadWatch } from './transport.ts'

/** Why an answer does not count; `part` when only one part of it is wrong. */
export interface Complaint {
  readonly message: string
  readonly part?: string | undefined
}

/** Sends a file ahead of the answers. */
export type Upload = (file: File, watch: UploadWatch) => Promise<UploadOutcome>

/** What the visitor sees now. */
export type Scene =
  | {
      readonly kind: 'ask'
      readonly question: Question
      readonly draft: unknown
      readonly error?: Complaint | undefined
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
  | { readonly kind: 'ended'; readonly submissionId: string; readonly ending: Ending }
  | { readonly kind: 'failed'; readonly isStale: boolean }

/** One visit of one form, from the first question to the ending. Knows no DOM element. */
export interface Visit {
  readonly scene: Scene
  /** Whether questions are left out because this browser has answered them before. */
  readonly isReturning?: boolean
  /** Recalls earlier answers in a text of the form. */
  say(text: string): string
  change(draft: unknown): void
  next(): void
  back(): void
  /** Absent where nothing takes a file. */
  readonly upload?: Upload | undefined
}

/** Begins a visit. `onScene` is called after each change of the scene. */
export type OpenVisit = (watch: {
  readonly signal: AbortSignal
  readonly onScene: (moved?: 'forward' | 'back') => void
}) => Visit
