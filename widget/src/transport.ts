import type { Ending, GivenAnswer, Hidden, Page, ProblemDetail } from '@bantam/schema'

/** What is sent once, unchanged however often it has to be tried. */
export interface Submission {
  readonly version: number
  readonly answers: readonly GivenAnswer[]
  readonly page?: Page
  readonly hidden?: Hidden
  readonly conversationId?: string
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
  readonly page?: Page
  readonly hidden?: Hidden
}

/**
 * The widget's way to a server, or to none (a preview). `submit` never rejects. `start` and `save` serve the
 * unfinished conversation and may fail at any time without the visitor noticing.
 */
export interface Transport {
  start?(opening: Opening): Promise<{ readonly conversationId: string }>
  save?(
    conversationId: string,
    progress: { readonly seq: number; readonly answers: readonly GivenAnswer[] },
  ): Promise<unknown>
  submit(submission: Submission, key: string): Promise<Outcome>
}
