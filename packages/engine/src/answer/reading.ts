import type { AnswerValue } from '@bantam/schema'

/** What became of a raw answer. `empty` says that nothing was answered; refusals have a stable code. */
export type Reading =
  | { readonly kind: 'accepted'; readonly value: AnswerValue }
  | { readonly kind: 'empty' }
  | Refusal

export interface Refusal {
  readonly kind: 'refused'
  readonly code: RefusalCode
  readonly message: string
  /** What the message speaks of: a number of characters or choices, a row. */
  readonly bound?: string | number
  /** The part of the answer that is wrong or missing, where the question asks for several. */
  readonly part?: string
}

/** Facts of the world that some kinds of answers are checked against; each check is left out without its fact. */
export interface AnswerFacts {
  readonly isFreeMail?: ((domain: string) => boolean) | undefined
  readonly isDisposable?: ((domain: string) => boolean) | undefined
  /** The number in E.164, or undefined when it is none. `country` is assumed when none is written. */
  readonly readPhone?: ((raw: string, country?: string) => string | undefined) | undefined
  /** Whether the whole text matches an RE2 pattern. */
  readonly matches?: ((pattern: string, text: string) => boolean) | undefined
}

/** `{}` stands for the bound that was broken. */
const refusals = {
  required: 'Please answer this question.',
  'not-an-answer': 'This is not an answer to the question.',
  'not-a-text': 'Please answer with a text.',
  'too-short': 'Please write at least {} characters.',
  'too-long': 'Please write at most {} characters.',
  'pattern-mismatch': '{}',
  'not-an-email': 'Please enter an email address, like ann@company.com.',
  'free-mail': 'Please enter your work email address.',
  'disposable-mail': 'Please enter a lasting email address.',
  'not-a-phone': 'Please enter a phone number.',
  'not-a-website': 'Please enter a web address, like https://company.com.',
  'not-a-number': 'Please enter a number.',
  'not-an-integer': 'Please enter a whole number.',
  'out-of-range': 'This must be {}.',
  'unknown-choice': 'Please pick one of the choices.',
  'duplicate-choice': 'Please pick each choice only once.',
  'unknown-row': 'This is not a row of the question.',
  incomplete: 'Please answer every row: "{}" is still open.',
  'too-few': 'Please pick at least {}.',
  'too-many': 'Please pick at most {}.',
  'not-a-date': 'Please enter a date.',
  'not-a-boolean': 'Please answer yes or no.',
  'consent-required': 'Please agree to continue.',
  'unknown-upload': 'This file is not here any more. Please upload it again.',
} as const
export type RefusalCode = keyof typeof refusals

export const empty: Reading = { kind: 'empty' }

export const accepted = (value: AnswerValue): Reading => ({ kind: 'accepted', value })

export const refused = (code: RefusalCode, bound: string | number = ''): Refusal => ({
  kind: 'refused',
  code,
  message: refusals[code].replace('{}', () => `${bound}`),
  ...(bound !== '' && { bound }),
})

/** The same refusal, told of a part. */
export const withPart = (part: string, refusal: Refusal): Refusal => ({ ...refusal, part })

/** Refuses what lies outside inclusive bounds, in words. */
export const outside = ({ min, max }: { min?: Bound; max?: Bound }): Reading => {
  if (min === undefined) return refused('out-of-range', `at most ${max ?? ''}`)
  return refused('out-of-range', max === undefined ? `at least ${min}` : `from ${min} to ${max}`)
}

type Bound = string | number | undefined
