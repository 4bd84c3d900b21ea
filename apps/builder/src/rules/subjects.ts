import { partsOf } from '@bantam/engine'
import type { Form, Question, QuestionKind } from '@bantam/schema'
import { nameOf } from '../form/name.ts'
import { partName } from '../form/parts.ts'

/** What kind of thing a condition compares: it decides the comparisons and the field of the value. */
export type Answers =
  | 'choice'
  | 'choices'
  | 'text'
  | 'number'
  | 'figure'
  | 'yes-no'
  | 'date'
  | 'given'

/** Something a condition may be about. */
export interface Subject {
  readonly ref: string
  readonly name: string
  readonly answers: Answers
  /** What a choice is chosen from. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** What a condition standing before the question at `until` may be about: what was asked by then, and what is known all along. */
export const subjectsOf = (form: Form, { until }: { until: number }): readonly Subject[] => [
  ...form.questions.slice(0, until).flatMap((question, at) => ofQuestion(question, at + 1)),
  ...(form.hidden ?? []).map((name): Subject => ({
    ref: `hidden:${name}`,
    name: `Hidden field ${name}`,
    answers: 'text',
    options: [],
  })),
  ...(form.calculations ?? []).map(({ id, type }): Subject => ({
    ref: `calculation:${id}`,
    name: `Calculation ${id}`,
    answers: type === 'number' ? 'figure' : 'text',
    options: [],
  })),
]

/** What a new condition is about first: the nearest question with few answers, else any question, else anything. */
export const usualSubject = (subjects: readonly Subject[]): Subject | undefined =>
  subjects.findLast(({ answers }) => answers === 'choice' || answers === 'yes-no') ??
  subjects.findLast(({ ref }) => ref.startsWith('question:')) ??
  subjects.at(-1)

const ofQuestion = (question: Question, number: number): readonly Subject[] => {
  const [whole, ofPart] = answersBy[question.kind]
  const ref = `question:${question.id}`
  const name = `${number}. ${nameOf(question)}`
  const options =
    'choices' in question
      ? question.choices.map(({ id, label }) => ({ value: id, label: label || id }))
      : []
  return [
    ...(whole ? [{ ref, name, answers: whole, options }] : []),
    ...(ofPart
      ? partsOf(question).map((part) => ({
          ref: `${ref}.${part}`,
          name: `${name} (${partName(question, part)})`,
          answers: ofPart,
          options,
        }))
      : []),
  ]
}

/** What the answer to a question is as a whole, and what each of its parts is. */
const answersBy: { readonly [K in QuestionKind]: readonly [whole?: Answers, part?: Answers] } = {
  'short-text': ['text'],
  'long-text': ['text'],
  email: ['text'],
  phone: ['text'],
  website: ['text'],
  number: ['number'],
  'single-choice': ['choice'],
  'multiple-choice': ['choices'],
  dropdown: ['choice'],
  'picture-choice': ['choice'],
  'yes-no': ['yes-no'],
  rating: ['number'],
  scale: ['number'],
  date: ['date'],
  ranking: ['given', 'choice'],
  matrix: ['given', 'choice'],
  contact: ['given', 'text'],
  address: ['given', 'text'],
  company: ['given', 'text'],
  file: ['given'],
  consent: ['yes-no'],
  statement: [],
  scheduling: ['given'],
}
