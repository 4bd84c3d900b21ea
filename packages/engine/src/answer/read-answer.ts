import type { Question, QuestionKind, QuestionOf } from '@bantam/schema'
import { readChoice, readChoices } from './read-choice.ts'
import { readCompany } from './read-company.ts'
import { readDate } from './read-date.ts'
import { readNumber } from './read-number.ts'
import { readEmail, readPhone, readText } from './read-text.ts'
import { accepted, empty, refused, type AnswerFacts, type Reading } from './reading.ts'

/**
 * Reads a raw answer as its question's kind defines it. Never throws. Whether a required question
 * may stay empty is for the caller to say.
 */
export const readAnswer = (question: Question, raw: unknown, facts: AnswerFacts = {}): Reading => {
  if (raw === undefined || raw === null || raw === '') return empty
  if (typeof raw === 'object' && !Object.keys(raw).length) return empty
  const read = readers[question.kind] as (
    question: Question,
    raw: unknown,
    facts: AnswerFacts,
  ) => Reading
  return read(question, raw, facts)
}

const readers: {
  readonly [K in QuestionKind]: (
    question: QuestionOf<K>,
    raw: unknown,
    facts: AnswerFacts,
  ) => Reading
} = {
  'short-text': ({ validation }, raw) => readText(raw, { maxLength: 1000, validation }),
  'long-text': ({ validation }, raw) => readText(raw, { maxLength: 10_000, validation }),
  email: readEmail,
  phone: readPhone,
  number: ({ validation }, raw) => readNumber(raw, validation),
  'single-choice': readChoice,
  'multiple-choice': readChoices,
  dropdown: readChoice,
  'yes-no': (_, raw) => readBoolean(raw),
  rating: ({ steps = 5 }, raw) => readNumber(raw, { min: 1, max: steps, integer: true }),
  scale: ({ from = 0, to = 10 }, raw) => readNumber(raw, { min: from, max: to, integer: true }),
  date: ({ validation }, raw) => readDate(raw, validation),
  company: readCompany,
  consent: ({ required }, raw) =>
    required && raw === false ? refused('consent-required') : readBoolean(raw),
  statement: () => empty,
}

const readBoolean = (raw: unknown) =>
  typeof raw === 'boolean' ? accepted(raw) : refused('not-a-boolean')
