import type { Question } from '@bantam/schema'
import { choices } from './forms.ts'

const picks = { choices: choices('Red', 'Blue', 'Green') }
const rows = choices('R1', 'R2')

/** A question of each of the 23 kinds, its id the kind's name. */
export const everyKind: readonly Question[] = [
  { kind: 'short-text' },
  { kind: 'long-text' },
  { kind: 'email' },
  { kind: 'phone' },
  { kind: 'website' },
  { kind: 'number' },
  { kind: 'single-choice', ...picks },
  { kind: 'multiple-choice', ...picks },
  { kind: 'dropdown', ...picks, other: true },
  { kind: 'picture-choice', ...picks },
  { kind: 'yes-no' },
  { kind: 'rating' },
  { kind: 'scale' },
  { kind: 'date' },
  { kind: 'ranking', ...picks },
  { kind: 'matrix', rows, choices: picks.choices },
  { kind: 'contact' },
  { kind: 'address' },
  { kind: 'company' },
  { kind: 'file' },
  { kind: 'consent' },
  { kind: 'statement' },
  { kind: 'scheduling', url: 'https://example.com/book' },
].map((one) => ({ id: one.kind, title: one.kind, ...one }) as Question)
