import type { AnswerValue, Question, QuestionKind, QuestionOf } from '@bantam/schema'
import { addressParts, contactParts, partOf } from './parts.ts'

/** What puts earlier answers into a text of the form. */
export type Say = (text: string) => string

/**
 * An accepted answer in words for people: labels, "Yes", "4 of 5"; dates and texts as given. Labels
 * and units are said by `say`; what a visitor wrote never is.
 */
export const displayOf = (
  question: Question,
  value: AnswerValue | null | undefined,
  say: Say = asWritten,
): string => {
  if (value === undefined || value === null) return ''
  return (displays[question.kind] as Display<QuestionKind>)(question, value, say)
}

/** The same of one part of an answer; empty for a part that was left blank. */
export const displayOfPart = (
  question: Question,
  { value, part }: { readonly value: AnswerValue | null | undefined; readonly part: string },
  say: Say = asWritten,
): string => {
  const held = partOf(value, part)
  if (held === undefined) return ''
  return 'choices' in question ? labelOf(question, held, say) : held
}

type Display<K extends QuestionKind> = (
  question: QuestionOf<K>,
  value: AnswerValue,
  say: Say,
) => string

const asWritten: Say = (text) => text

/** A value whose question is not at hand, such as a hidden field. */
const plain = (value: unknown): string =>
  typeof value === 'boolean'
    ? value
      ? 'Yes'
      : 'No'
    : Array.isArray(value)
      ? value.map(plain).join(', ')
      : typeof value === 'object' && value !== null
        ? Object.values(value).join(', ')
        : String(value)

const displays: { readonly [K in QuestionKind]: Display<K> } = {
  'short-text': (_, value) => plain(value),
  'long-text': (_, value) => plain(value),
  email: (_, value) => plain(value),
  phone: (_, value) => plain(value),
  website: (_, value) => plain(value),
  number: ({ unit }, value, say) => (unit ? `${plain(value)} ${say(unit)}` : plain(value)),
  'single-choice': labels,
  'multiple-choice': labels,
  dropdown: labels,
  'picture-choice': labels,
  'yes-no': (_, value) => plain(value),
  rating: ({ steps = 5 }, value) => `${plain(value)} of ${steps}`,
  scale: ({ to = 10 }, value) => `${plain(value)} of ${to}`,
  date: (_, value) => plain(value),
  ranking: (question, value, say) =>
    listOf(value)
      .map((one, place) => `${place + 1}. ${labelOf(question, one, say)}`)
      .join(', '),
  matrix: (question, value, say) =>
    question.rows
      .flatMap(({ id, label }) => {
        const choice = displayOfPart(question, { value, part: id }, say)
        return choice ? [`${say(label)}: ${choice}`] : []
      })
      .join('; '),
  contact: (_, value) =>
    joined([['firstName', 'lastName'], ...alone(contactParts.slice(2))], value),
  address: (_, value) =>
    joined(
      [...alone(addressParts.slice(0, 2)), ['postalCode', 'city'], ['region'], ['country']],
      value,
    ),
  company: (_, value) => plain(value),
  file: () => 'Uploaded file',
  consent: (_, value) => plain(value),
  statement: () => '',
  scheduling: (_, value) => plain(value),
}

interface Choices {
  readonly choices: readonly { readonly id: string; readonly label: string }[]
}

const listOf = (value: AnswerValue): readonly unknown[] => (Array.isArray(value) ? value : [value])

function labels(question: Choices, value: AnswerValue, say: Say) {
  return listOf(value)
    .map((one) => labelOf(question, one, say))
    .join(', ')
}

function labelOf({ choices }: Choices, ...[one, say]: [one: unknown, say: Say]) {
  const choice = choices.find(({ id }) => id === one)
  return choice ? say(choice.label) : plain(one)
}

const alone = (parts: readonly string[]) => parts.map((part) => [part])

/** Parts in lines: those of a line by a space, the lines by a comma. */
const joined = (lines: readonly (readonly string[])[], value: AnswerValue) =>
  lines
    .map((parts) => parts.flatMap((part) => partOf(value, part) ?? []).join(' '))
    .filter(Boolean)
    .join(', ')
