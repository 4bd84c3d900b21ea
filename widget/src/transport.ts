import type { Ending, Form, GivenAnswer, Hidden, Page, ProblemDetail } from '@bantam/schema'

/** What is sent once, unchanged however often it has to be tried. */
export interface Submission {
  readonly version: number
  readonly answers: readonly GivenAnswer[]
  /** The one of the form's languages that it was asked in, where it has several. */
  readonly language?: string
  readonly page?: Page
  readonly hidden?: Hidden
  readonly conversationId?: string
  readonly visitor?: string
  /** Milliseconds since the form appeared. */
  readonly elapsed?: number
  /** What stands in the field that people do not see. */
  readonly trap?: string
  /** Asks for the answer alone: nothing is stored and nobody is told. */
  readonly sandbox?: true
}

export interface Receipt {
  readonly submissionId: string
  readonly ending: Ending
}

/**
 * `later` says try again with the same key: nobody was reached, or a server asks to wait `after` milliseconds.
 */
export type Outcome =
  | { readonly kind: 'received'; readonly receipt: Receipt }
  | { readonly kind: 'later'; readonly after?: number }
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly errors: readonly ProblemDetail[]
    }

export interface Opening {
  readonly visitor?: string
  readonly page?: Page
  readonly hidden?: Hidden
}

/** Answers so far, under a number of their own. */
export interface Progress {
  readonly seq: number
  readonly answers: readonly GivenAnswer[]
}

/** What the server says of the answers so far. */
export interface Heard {
  /** Questions that need not be asked. */
  readonly skip?: readonly string[]
  /** What it would refuse. */
  readonly errors?: readonly ProblemDetail[]
}

/** A conversation on the server; `definition` is what is left to ask of a visitor who has answered some of it before. */
export interface Started extends Heard {
  readonly conversationId: string
  readonly visitor?: string
  readonly version?: number
  readonly definition?: Form
  /** The submission will need a proof of work. */
  readonly asksProof?: boolean
}

/** Which question a file is for, and how to hear of it while it is on its way. */
export interface UploadWatch {
  readonly questionId: string
  readonly signal: AbortSignal
  /** Hears the share sent, from 0 to 1. */
  onProgress(share: number): void
}

/** `unreachable` may be tried again. */
export type UploadOutcome =
  | { readonly kind: 'stored'; readonly uploadId: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'unreachable' }

/**
 * The widget's way to a server, or to none (a preview). `submit` and `upload` never reject. `start` and `save` serve the
 * unfinished conversation and may fail at any time without the visitor noticing.
 */
export interface Transport {
  start?(opening: Opening & Partial<Progress>): Promise<Started>
  save?(conversationId: string, progress: Progress): Promise<Heard>
  /** Stores a file before the submission of a form's `version` names it. */
  upload?(file: File, watch: UploadWatch & { readonly version: number }): Promise<UploadOutcome>
  /** Begins the work that the submission under `key` will need, so that sending need not wait for it. */
  prove?(key: string): void
  submit(submission: Submission, key: string): Promise<Outcome>
}
