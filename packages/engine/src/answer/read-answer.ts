import type { Question, QuestionKind, QuestionOf } from '@bantam/schema'
import { readChoice, readChoices, readRanking } from './read-choice.ts'
import { readCompany } from './read-company.ts'
import { readDate } from './read-date.ts'
import { readMatrix } from './read-matrix.ts'
import { readNumber } from './read-number.ts'
import { readAddress, readContact } from './read-parts.ts'
import { readEmail, readPhone, readText } from './read-text.ts'
import { readWebsite } from './read-website.ts'
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
  'short-text': ({ validation }, raw, { matches }) =>
    readText(raw, { maxLength: 1000, validation, matches }),
  'long-text': ({ validation }, raw, { matches }) =>
    readText(raw, { maxLength: 10_000, validation, matches }),
  email: readEmail,
  phone: readPhone,
  website: (_, raw) => readWebsite(raw),
  number: ({ validation }, raw) => readNumber(raw, validation),
  'single-choice': readChoice,
  'multiple-choice': readChoices,
  dropdown: readChoice,
  'picture-choice': readChoice,
  'yes-no': (_, raw) => readBoolean(raw),
  rating: ({ steps = 5 }, raw) => readNumber(raw, { min: 1, max: steps, integer: true }),
  scale: ({ from = 0, to = 10 }, raw) => readNumber(raw, { min: from, max: to, integer: true }),
  date: ({ validation }, raw) => readDate(raw, validation),
  ranking: readRanking,
  matrix: readMatrix,
  contact: readContact,
  address: readAddress,
  company: readCompany,
  file: (_, raw) => readUpload(raw),
  consent: ({ required }, raw) =>
    required && raw === false ? refused('consent-required') : readBoolean(raw),
  statement: () => empty,
  scheduling: (_, raw) => readText(raw, { maxLength: 500 }),
}

/** An upload's id: 128 bits in base64url. Whether it names a file is not for the engine to know. */
const readUpload = (raw: unknown) =>
  typeof raw === 'string' && /^[\w-]{22}$/.test(raw) ? accepted(raw) : refused('unknown-upload')

const readBoolean = (raw: unknown) =>
  typeof raw === 'boolean' ? accepted(raw) : refused('not-a-boolean')
