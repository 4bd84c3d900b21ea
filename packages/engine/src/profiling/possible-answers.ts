import type {
  AnswerValue,
  Operator,
  Question,
  QuestionKind,
  QuestionOf,
  Test,
} from '@bantam/schema'
import { fold, numberOf } from '../condition/comparison.ts'
import type { Possible } from '../condition/possible-truths.ts'
import { dateOf, dayOf } from '../sla/civil.ts'

/**
 * What may be answered to a question: every answer that the tests on it can tell apart is like one of
 * these. `any` where there are too many, or where tests look into texts.
 */
export const possibleAnswers = (question: Question, tests: readonly Test[]): Possible['values'] =>
  (answers[question.kind] as (question: Question, tests: readonly Test[]) => Possible['values'])(
    question,
    tests,
  )

type Answers<K extends QuestionKind> = (
  question: QuestionOf<K>,
  tests: readonly Test[],
) => Possible['values']

const any = () => 'any' as const

/** A text that is only compared as a whole is one of those it is compared with, or none of them. */
const text = (_: Question, tests: readonly Test[]): Possible['values'] => {
  if (!tests.every(isEquality)) return 'any'
  const named = operandsOf(tests).map(String)
  return [...new Set(named), `${named.join('')}…`]
}

interface Choices {
  readonly choices: readonly { readonly id: string }[]
  readonly other?: boolean | undefined
}

const choice = ({ choices, other }: Choices, tests: readonly Test[]): Possible['values'] => {
  const ids = choices.map(({ id }) => id)
  if (!other) return ids
  return tests.every(isEquality) ? [...ids, anotherText] : 'any'
}

/** Combinations of more choices than these are not told apart. */
const MOST_PICKED = 8

/** Of the choices that no test names one stands for all, so that sets stay few. */
const picked: Answers<'multiple-choice'> = ({ choices, other, validation = {} }, tests) => {
  const operands = new Set(operandsOf(tests).map((operand) => fold(`${operand}`)))
  const isNamed = ({ id }: { readonly id: string }) => operands.has(fold(id))
  const named = choices.filter(isNamed).map(({ id }) => id)
  const unnamed = choices.find((one) => !isNamed(one))?.id ?? (other ? anotherText : undefined)
  if (named.length > MOST_PICKED || tests.some(({ op }) => op === 'in-list')) return 'any'
  const sets: (string | typeof anotherText)[][] = [[]]
  for (const one of unnamed === undefined ? named : [...named, unnamed])
    sets.push(...sets.map((set) => [...set, one]))
  const { max = Infinity } = validation
  return sets.filter(({ length }) => length > 0 && length <= max)
}

const anotherText = { other: '…' }

const number: Answers<'number'> = ({ validation = {} }, tests) => {
  if (tests.some(looksInside)) return 'any'
  const { min = -Infinity, max = Infinity, integer = false } = validation
  const told = [min, max, ...operandsOf(tests).map(numberOf)].filter(Number.isFinite)
  const numbers = beside(told.length ? told : [0], integer ? wholeBetween : between)
  return numbers.filter((one) => one >= min && one <= max && (!integer || Number.isInteger(one)))
}

const between = (low: number, high: number): readonly number[] => {
  if (low === -Infinity) return [high - 1]
  return high === Infinity ? [low + 1] : [low / 2 + high / 2]
}

const wholeBetween = (low: number, high: number): readonly number[] => {
  const first = low === -Infinity ? Math.ceil(high) - 1 : Math.floor(low) + 1
  return first < high ? [first] : []
}

const date: Answers<'date'> = ({ validation: { min, max } = {} }, tests) => {
  if (tests.some(looksInside)) return 'any'
  const told = [min, max, ...operandsOf(tests)].flatMap((one) =>
    typeof one === 'string' && /^\d{4}-\d\d-\d\d/.test(one) ? [dayOf(one.slice(0, 10))] : [],
  )
  const days = beside(told.length ? told : [0], wholeBetween).map(dateOf)
  return days.filter((day) => (min ?? day) <= day && (max ?? day) >= day)
}

/** Each of the points, and what `pick` finds below, between and above them. */
const beside = (
  points: readonly number[],
  pick: (low: number, high: number) => readonly number[],
): readonly number[] => {
  const sorted = [...new Set(points)].toSorted((one, other) => one - other)
  return [-Infinity, ...sorted].flatMap((low, at) => [
    ...(Number.isFinite(low) ? [low] : []),
    ...pick(low, sorted[at] ?? Infinity),
  ])
}

const wholeNumbers = (from: number, to: number): readonly AnswerValue[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** What a part of an answer may hold: a row's choice, the choice at a place, a text. */
export const possibleParts = (question: Question): Possible['values'] =>
  question.kind === 'matrix' || question.kind === 'ranking'
    ? question.choices.map(({ id }) => id)
    : 'any'

const answers: { readonly [K in QuestionKind]: Answers<K> } = {
  'short-text': text,
  'long-text': text,
  email: text,
  phone: text,
  website: text,
  number,
  'single-choice': choice,
  'multiple-choice': picked,
  dropdown: choice,
  'picture-choice': choice,
  'yes-no': () => [true, false],
  rating: ({ steps = 5 }) => wholeNumbers(1, steps),
  scale: ({ from = 0, to = 10 }) => wholeNumbers(from, to),
  date,
  ranking: any,
  matrix: any,
  contact: any,
  address: any,
  company: any,
  file: text,
  consent: ({ required }) => (required ? [true] : [true, false]),
  statement: () => [],
  scheduling: text,
}

const operandsOf = (tests: readonly Test[]) =>
  tests.flatMap(({ value }) => (value === undefined ? [] : value))

const equalities: ReadonlySet<Operator> = new Set([
  'is',
  'is-not',
  'is-any-of',
  'is-none-of',
  'is-answered',
  'is-not-answered',
])
const isEquality = ({ op }: Test) => equalities.has(op)

const inner: ReadonlySet<Operator> = new Set([
  'contains',
  'does-not-contain',
  'starts-with',
  'ends-with',
  'in-list',
])
const looksInside = ({ op }: Test) => inner.has(op)
