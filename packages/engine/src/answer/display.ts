import type { AnswerValue, Question, QuestionKind, QuestionOf } from '@bantam/schema'

/** An accepted answer in words for people: labels, "Yes", "4 of 5"; dates and texts as given. */
export const displayOf = (question: Question, value: AnswerValue | null | undefined): string => {
  if (value === undefined || value === null) return ''
  return (displays[question.kind] as (question: Question, value: AnswerValue) => string)(
    question,
    value,
  )
}

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

const displays: {
  readonly [K in QuestionKind]: (question: QuestionOf<K>, value: AnswerValue) => string
} = {
  'short-text': (_, value) => plain(value),
  'long-text': (_, value) => plain(value),
  email: (_, value) => plain(value),
  phone: (_, value) => plain(value),
  number: ({ unit }, value) => (unit ? `${plain(value)} ${unit}` : plain(value)),
  'single-choice': labels,
  'multiple-choice': labels,
  dropdown: labels,
  'yes-no': (_, value) => plain(value),
  rating: ({ steps = 5 }, value) => `${plain(value)} of ${steps}`,
  scale: ({ to = 10 }, value) => `${plain(value)} of ${to}`,
  date: (_, value) => plain(value),
  company: (_, value) => plain(value),
  consent: (_, value) => plain(value),
  statement: () => '',
}

function labels(
  { choices }: { readonly choices: readonly { readonly id: string; readonly label: string }[] },
  value: AnswerValue,
): string {
  const labelOf = (one: unknown) => choices.find(({ id }) => id === one)?.label ?? plain(one)
  return Array.isArray(value) ? value.map(labelOf).join(', ') : labelOf(value)
}
