import type { AnswerValue, Question, QuestionKind } from '@bantam/schema'

/**
 * How profiling treats a kind of question. `contact`: what says who this is, where to write and what was agreed to is
 * asked each time. `own-words`: asked anew too, for yesterday's words are not today's, but not while a visitor rests.
 * `remembered`: asked once, as long as the answer is fresh.
 */
export type Recollection = 'contact' | 'own-words' | 'remembered'

export const recollectionOf: { readonly [K in QuestionKind]: Recollection } = {
  'short-text': 'own-words',
  'long-text': 'own-words',
  email: 'contact',
  phone: 'contact',
  website: 'own-words',
  number: 'remembered',
  'single-choice': 'remembered',
  'multiple-choice': 'remembered',
  dropdown: 'remembered',
  'picture-choice': 'remembered',
  'yes-no': 'remembered',
  rating: 'remembered',
  scale: 'remembered',
  date: 'remembered',
  ranking: 'remembered',
  matrix: 'remembered',
  contact: 'contact',
  address: 'contact',
  company: 'remembered',
  file: 'own-words',
  consent: 'contact',
  statement: 'contact',
  scheduling: 'own-words',
}

/** Whether an answer to this question may stand for one that is not asked for: never somebody's own words. */
export const isRemembered = (question: Question, value: AnswerValue): boolean =>
  recollectionOf[question.kind] === 'remembered' &&
  question.ask !== 'always' &&
  !isWritten(Array.isArray(value) ? value : [value])

/** Holds a text that was written beside the choices. */
const isWritten = (values: readonly unknown[]): boolean =>
  values.some((value) => typeof value === 'object' && value !== null && 'other' in value)
