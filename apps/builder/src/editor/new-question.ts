import type { Question, QuestionKind, QuestionOf } from '@bantam/schema'
import { kinds } from '../form/kinds.ts'
import { newId } from './new-id.ts'

/** A question to begin with, of one kind, with an id that no other has. */
export const newQuestion = (kind: QuestionKind, taken: readonly string[]): Question =>
  blanks[kind]({ id: newId(kinds[kind].name, taken), title: 'Untitled question' })

interface Base {
  id: string
  title: string
}

const choices = () => [
  { id: 'first', label: 'First choice' },
  { id: 'second', label: 'Second choice' },
]

const rows = () => [
  { id: 'first', label: 'First row' },
  { id: 'second', label: 'Second row' },
]

const grades = () => [
  { id: 'disagree', label: 'Disagree' },
  { id: 'neutral', label: 'Neutral' },
  { id: 'agree', label: 'Agree' },
]

const blanks: { readonly [K in QuestionKind]: (base: Base) => QuestionOf<K> } = {
  'short-text': (base) => ({ ...base, kind: 'short-text' }),
  'long-text': (base) => ({ ...base, kind: 'long-text' }),
  email: (base) => ({ ...base, kind: 'email' }),
  phone: (base) => ({ ...base, kind: 'phone' }),
  website: (base) => ({ ...base, kind: 'website' }),
  number: (base) => ({ ...base, kind: 'number' }),
  'single-choice': (base) => ({ ...base, kind: 'single-choice', choices: choices() }),
  'multiple-choice': (base) => ({ ...base, kind: 'multiple-choice', choices: choices() }),
  dropdown: (base) => ({ ...base, kind: 'dropdown', choices: choices() }),
  'picture-choice': (base) => ({ ...base, kind: 'picture-choice', choices: choices() }),
  'yes-no': (base) => ({ ...base, kind: 'yes-no' }),
  rating: (base) => ({ ...base, kind: 'rating' }),
  scale: (base) => ({ ...base, kind: 'scale' }),
  date: (base) => ({ ...base, kind: 'date' }),
  ranking: (base) => ({ ...base, kind: 'ranking', choices: choices() }),
  matrix: (base) => ({ ...base, kind: 'matrix', rows: rows(), choices: grades() }),
  contact: (base) => ({ ...base, kind: 'contact' }),
  address: (base) => ({ ...base, kind: 'address' }),
  company: (base) => ({ ...base, kind: 'company' }),
  file: (base) => ({ ...base, kind: 'file' }),
  consent: (base) => ({ ...base, kind: 'consent' }),
  statement: (base) => ({ ...base, kind: 'statement' }),
  scheduling: (base) => ({ ...base, kind: 'scheduling', url: 'https://example.com/book' }),
}
