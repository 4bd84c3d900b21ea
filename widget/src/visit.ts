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
      /** With what its texts recall. */
      readonly question: Question
      readonly draft: unknown
      readonly error?: Complaint | undefined
      /** The how-manieth question this is, from 1. */
      readonly position: number
      /** How many questions are still open on the longest way, in words, once they are few. */
      readonly left?: string | undefined
      readonly progress: number
      /** Whether going on sends the answers. */
      readonly isLast: boolean
    }
  | { readonly kind: 'opening' }
  | { readonly kind: 'sending' }
  /** Kept until it can be sent: the network is away, or `isBusy`: the server asks to wait, `after` milliseconds. */
  | { readonly kind: 'saved'; readonly isBusy: boolean; readonly after?: number | undefined }
  | { readonly kind: 'ended'; readonly submissionId: string; readonly ending: Ending }
  | { readonly kind: 'failed'; readonly isStale: boolean }

/** A question that was passed on the way, as the answers word it, with its answer and how that reads; nothing where none was given. */
export interface Past {
  readonly question: Question
  readonly value: unknown
  readonly said: string
  /** The how-manieth visit of the question this was, from 0: a jump may lead back to one. */
  readonly visit: number
}

/** One visit of one form, from the first question to the ending. Knows no DOM element. */
export interface Visit {
  readonly scene: Scene
  /** Whether questions are left out because this browser has answered them before. */
  readonly isReturning?: boolean
  change(draft: unknown): void
  next(): void
  /** To the question before, or to an earlier one. */
  back(to?: Past): void
  /** What was asked and said on the way here. */
  readonly past?: readonly Past[]
  /** Absent where nothing takes a file. */
  readonly upload?: Upload | undefined
}

/** Begins a visit. `onScene` is called after each change of the scene. */
export type OpenVisit = (watch: {
  readonly signal: AbortSignal
  readonly onScene: (moved?: 'forward' | 'back') => void
  /** Where the visit is drawn. */
  readonly root?: ShadowRoot
}) => Visit
