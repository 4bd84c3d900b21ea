import type { Question } from '@bantam/schema'
import { readAnswer } from '../answer/read-answer.ts'
import { choices } from './forms.ts'

export const question = (kind: Question['kind'], more: object = {}) =>
  ({ id: 'q', kind, title: 'Q', ...more }) as Question

/** What became of an answer: its value, `!` with the code of its refusal, or undefined for none. */
export const read = (of: Question, raw: unknown, facts = {}) => {
  const reading = readAnswer(of, raw, facts)
  return reading.kind === 'accepted'
    ? reading.value
    : reading.kind === 'refused'
      ? `!${reading.code}`
      : undefined
}

export const colours = { choices: choices('Red', 'Blue', 'Green') }

export const matrix = (more: object = {}) =>
  question('matrix', { rows: choices('Price', 'Speed'), choices: choices('Good', 'Bad'), ...more })
