import type { Form, Question, QuestionKind, QuestionOf } from '@bantam/schema'
import type { ComponentChild } from 'preact'
import type { Speech } from '../speech.ts'
import type { Complaint, Upload } from '../visit.ts'

/** What every input takes: the draft it shows and how to change it. */
export interface InputProps<Q extends Question = Question> {
  readonly form: Form
  readonly question: Q
  readonly draft: unknown
  change(draft: unknown): void
  /** Changes the draft and, after a moment to see it, goes on: for a pick by pointer. */
  pick(draft: unknown): void
  /** Names and states for assistive technology, for the element that is the control. */
  readonly labels: Labels
  readonly enterKeyHint: 'next' | 'send'
  /** What is wrong; an input of several parts tells it beside the part that it names. */
  readonly error?: Complaint | undefined
  readonly upload?: Upload | undefined
  /** The free text beside choices, once it has come. */
  readonly other?: ((props: InputProps) => ComponentChild) | undefined
  readonly speech: Speech
}

export interface Labels {
  readonly 'aria-labelledby': string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
  readonly 'aria-required': boolean
}

/** The input of each kind of question. */
export type Inputs = {
  readonly [K in QuestionKind]: (props: InputProps<QuestionOf<K>>) => ComponentChild
}

export const textOf = (draft: unknown): string => (typeof draft === 'string' ? draft : '')
