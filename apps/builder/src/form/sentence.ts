import type { Condition, Form, Operator, Question, Test } from '@bantam/schema'
import { nameOf, splitRef } from './name.ts'
import { partName, questionAt } from './parts.ts'

/** A piece of a sentence: the thing tested, what it is compared with, or the words between. */
export interface Phrase {
  readonly role: 'subject' | 'value' | 'words'
  readonly text: string
}

/** A condition as people say it: "Company size is any of 201–1,000, 1,000+". */
export const sentenceOf = (form: Form, condition: Condition): readonly Phrase[] => {
  if ('all' in condition) return joined(form, condition.all, { by: 'and', none: 'always' })
  if ('any' in condition) return joined(form, condition.any, { by: 'or', none: 'never' })
  if ('not' in condition) return [words('not ('), ...sentenceOf(form, condition.not), words(')')]
  return testSentence(form, condition)
}

/** The same as one plain text. */
export const textOf = (phrases: readonly Phrase[]): string =>
  phrases.map(({ text }) => text).join('')

const words = (text: string): Phrase => ({ role: 'words', text })

const joined = (
  form: Form,
  conditions: readonly Condition[],
  { by, none }: { by: string; none: string },
): readonly Phrase[] => {
  if (conditions.length === 0) return [words(none)]
  return conditions.flatMap((condition, at) => {
    const sentence = sentenceOf(form, condition)
    const isGroup = conditions.length > 1 && ('all' in condition || 'any' in condition)
    return [
      ...(at > 0 ? [words(` ${by} `)] : []),
      ...(isGroup ? [words('('), ...sentence, words(')')] : sentence),
    ]
  })
}

const testSentence = (form: Form, test: Test): readonly Phrase[] => {
  const { question, part } = questionAt(form, test.ref) ?? {}
  const values = test.value === undefined ? [] : [test.value].flat()
  const between = test.op === 'between' ? ' and ' : ', '
  return [
    { role: 'subject', text: question ? subjectOf(question, part) : subjects(test.ref) },
    words(` ${operatorWords[test.op]}${values.length > 0 ? ' ' : ''}`),
    ...values.flatMap((value, at): Phrase[] => [
      ...(at > 0 ? [words(between)] : []),
      { role: 'value', text: valueName(question, value) },
    ]),
    ...(test.within === undefined ? [] : [words(` in the last ${test.within} days`)]),
  ]
}

/** How comparisons are read. */
export const operatorWords: { readonly [O in Operator]: string } = {
  is: 'is',
  'is-not': 'is not',
  'is-any-of': 'is any of',
  'is-none-of': 'is none of',
  contains: 'contains',
  'does-not-contain': 'does not contain',
  'starts-with': 'starts with',
  'ends-with': 'ends with',
  'greater-than': 'is more than',
  'at-least': 'is at least',
  'less-than': 'is less than',
  'at-most': 'is at most',
  between: 'is between',
  before: 'is before',
  after: 'is after',
  'is-answered': 'is answered',
  'is-not-answered': 'is not answered',
  'in-list': 'is in the list',
}

const subjectOf = (question: Question, part: string | undefined): string =>
  part === undefined ? nameOf(question) : `${nameOf(question)} (${partName(question, part)})`

const subjects = (ref: string): string => {
  const [part, name] = splitRef(ref)
  return part === 'question'
    ? 'a removed question'
    : `${part.replace('hidden', 'hidden field')} ${name}`
}

const valueName = (question: Question | undefined, value: string | number | boolean): string => {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return value.toLocaleString('en')
  if (!question || !('choices' in question)) return `“${value}”`
  const choice = question.choices.find(({ id }) => id === value)
  return choice ? choice.label || choice.id : `a removed choice (${value})`
}
