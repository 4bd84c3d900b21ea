import type { Question } from '@bantam/schema'
import { pointerTo, type ReportBuilder } from '../report.ts'
import type { Field } from './definition.ts'
import { textOf } from './json.ts'
import type { Place } from './plan.ts'
import type { Words } from './words.ts'

/** What making a question needs of its surroundings. */
export interface Making {
  readonly report: ReportBuilder
  readonly words: Words
  /** Whether a rule reads the field of this ref. */
  readonly isRead: (ref: string) => boolean
}

/** How rules read an answer: `ref` is ours, `choiceIds` are by the choices' refs, ids and labels. */
export interface Subject {
  readonly ref: string
  readonly reads: 'choice' | 'choices' | 'yes-no' | 'number' | 'text' | 'date' | 'nothing'
  readonly choiceIds?: ReadonlyMap<string, string>
  /** Every number that can be the answer, where these are few. */
  readonly steps?: readonly number[]
}

/** A question, and by ref how rules read the fields that it came from. */
export interface Made {
  readonly question: Question
  readonly subjects: readonly (readonly [ref: string, subject: Subject])[]
}

export type Make = (place: Place, making: Making) => Made

/** A question that came from one field. */
export const made = ({ field }: Place, question: Question, more: Omit<Subject, 'ref'>): Made => ({
  question,
  subjects: [[field.ref, { ref: `question:${question.id}`, ...more }]],
})

/** What every kind has in common; reports the field, its description and whether it is required. */
export const baseOf = (
  { id, field, within }: Place,
  { report, words }: Making,
): Pick<Question, 'id' | 'title' | 'help' | 'required' | 'section'> => {
  const { path, title, properties, validations } = field
  report.keep(path)
  use(report, field, ['description'])
  const help = textOf(properties['description'])
  if ('required' in validations) report.keep(pointerTo(path, 'validations', 'required'))
  const section = sectionOf(within, words)
  return {
    id,
    title: words(title, { path, most: 2000 }),
    ...(help && {
      help: words(help, { path: pointerTo(path, 'properties', 'description'), most: 4000 }),
    }),
    ...(validations['required'] === true && { required: true }),
    ...(section && { section }),
  }
}

/** Reports properties as kept, where the field has them. */
export const use = (report: ReportBuilder, field: Field, keys: readonly string[]): void => {
  for (const key of keys)
    if (key in field.properties) report.keep(pointerTo(field.path, 'properties', key))
}

/** Reports validations as kept, where the field has them. */
export const holdTo = (report: ReportBuilder, field: Field, keys: readonly string[]): void => {
  for (const key of keys)
    if (key in field.validations) report.keep(pointerTo(field.path, 'validations', key))
}

const sectionOf = (within: readonly Field[], words: Words): Question['section'] => {
  const group = within.at(-1)
  if (!group) return undefined
  const title = words(within.map((one) => one.title).join(' · '), { path: group.path, most: 500 })
  const help = textOf(group.properties['description'])
  return {
    title,
    ...(help && {
      help: words(help, { path: pointerTo(group.path, 'properties', 'description'), most: 4000 }),
    }),
  }
}
