import type { RefusalCode } from '@bantam/engine'
import type { chatWords } from './faces/chat-words.ts'
import type { fileWords } from './inputs/later/file-words.ts'
import type { partWords } from './inputs/later/part-words.ts'
import type { rankingWords } from './inputs/later/ranking-words.ts'
import type { schedulingWords } from './inputs/later/scheduling-words.ts'
import type { moreWords } from './more-words.ts'
import { words } from './words.ts'

/** Which form of the words goes with a number, as the language has them. */
export type Forms<F extends string = 'other'> = { readonly [form in F]: string }

/** The same words in a language whose numbers take the forms `F`: whoever leaves one out does not compile. */
export type Said<T, F extends string> = T extends string
  ? string
  : T extends Forms<'one' | 'other'>
    ? Forms<F>
    : { readonly [name in keyof T]: Said<T[name], F> }

/** Why an answer does not count, by the engine's code; `{0}` is what it speaks of. */
export type Refusals<F extends string> = { readonly [code in Plain]: string } & {
  readonly [code in Numbered]: Forms<F>
} & {
  readonly 'out-of-range': {
    readonly least: string
    readonly most: string
    readonly between: string
  }
  /** Of what no input here can send. */
  readonly other: string
}
type Numbered = 'too-short' | 'too-long' | 'too-few' | 'too-many'
type Unheard =
  | 'not-an-answer'
  | 'not-a-text'
  | 'not-a-boolean'
  | 'unknown-choice'
  | 'duplicate-choice'
  | 'unknown-row'
type Plain = Exclude<RefusalCode, Numbered | Unheard | 'out-of-range'>

/** What the widget says past the first question, by the part of it that says it. */
export interface LaterSpeech<F extends string = 'other'> {
  readonly more: Said<typeof moreWords, F>
  readonly refusals: Refusals<F>
  readonly file: Said<typeof fileWords, F>
  readonly parts: Said<typeof partWords, F>
  readonly ranking: Said<typeof rankingWords, F>
  readonly scheduling: Said<typeof schedulingWords, F>
  readonly chat: Said<typeof chatWords, F>
}

/** All that the widget says in one language. */
export interface Language<
  F extends Intl.LDMLPluralRule = Intl.LDMLPluralRule,
> extends LaterSpeech<F> {
  readonly words: Said<typeof words, F>
}

/** The words of the first question come with the form. */
export type FirstWords = Said<typeof words, 'other'>

/**
 * What the widget says in the language of a BCP 47 tag. What is absent has not come, or is English: then the words
 * beside their use are meant.
 */
export interface Speech extends Partial<LaterSpeech> {
  readonly code: string
  readonly words: FirstWords
  /** Puts values where a text says `{0}`, `{1}`. */
  fill(text: string, ...values: readonly (string | number)[]): string
}

export const sayIn = (code: string, spoken: FirstWords): Speech => ({
  code,
  words: spoken,
  fill: (text, ...values) => text.replace(/\{(\d)\}/g, (_, at: number) => `${values[at]}`),
})

export const english = sayIn('en', words)
