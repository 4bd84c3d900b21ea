import type {
  AnswerValue,
  Operator,
  Question,
  QuestionKind,
  QuestionOf,
  Test,
} from '@bantam/schema'
import { fold, numberOf } from '../condition/comparison.ts'
import { dateOf, dayOf } from '../sla/civil.ts'

/** A value in the place of many: of all those that the tests it `standsFor` cannot tell apart. */
export interface Candidate {
  readonly value: AnswerValue
  readonly standsFor: (test: Test) => boolean
}

/** What may be answered, as far as the tests on the question tell answers apart. */
export const candidatesFor = (question: Question, tests: readonly Test[]): readonly Candidate[] =>
  (answers[question.kind] as (question: Question, tests: readonly Test[]) => readonly Candidate[])(
    question,
    tests,
  )

/** What a free text may hold: each text that it is compared with, and any other by the longest beginning that tests name. */
export const textCandidates = (tests: readonly Test[]): readonly Candidate[] => {
  const texts = [...new Set(operandsOf(tests).map((operand) => fold(`${operand}`) || ' '))]
  const beginnings = new Set(operandsOf(tests.filter(isBeginning)).map((one) => fold(`${one}`)))
  const rest = unlike(texts)
  return [
    ...texts.map((value) => ({ value, standsFor: (test: Test) => !isOrder(test) })),
    ...['', ...beginnings].map((beginning) => ({
      value: `${beginning}${rest}`,
      standsFor: (test: Test) => isEquality(test) || isBeginning(test),
    })),
  ]
}

/** A letter for private use that none of the texts has. */
const unlike = (texts: readonly string[]): string => {
  let code = 0xe000
  while (texts.some((text) => text.includes(String.fromCodePoint(code)))) code++
  return String.fromCodePoint(code)
}

/** What a part of an answer may hold: a choice where the question has choices, else a text. */
export const partCandidates = (question: Question, tests: readonly Test[]): readonly Candidate[] =>
  'choices' in question ? choice(question) : textCandidates(tests)

type Candidates<K extends QuestionKind> = (
  question: QuestionOf<K>,
  tests: readonly Test[],
) => readonly Candidate[]

const isAlone = () => true
const isNobody = () => false
const only = (value: AnswerValue): Candidate => ({ value, standsFor: isAlone })
const anything = (value: AnswerValue): readonly Candidate[] => [{ value, standsFor: isNobody }]
const texts = (_: Question, tests: readonly Test[]) => textCandidates(tests)
const parts = () => anything({ part: 'any' })

const wholeNumbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => only(from + at))

const choice = ({ choices, other }: Choices): readonly Candidate[] => [
  ...choices.map(({ id }) => only(id)),
  ...(other ? [{ value: { other: 'any' }, standsFor: isEquality }] : []),
]
interface Choices {
  readonly choices: readonly { readonly id: string }[]
  readonly other?: boolean | undefined
}

/** Beyond so many choices that tests name, their combinations are no longer told apart. */
const MOST_PICKED = 4

const picked: Candidates<'multiple-choice'> = ({ choices, other }, tests) => {
  const named = new Set(operandsOf(tests).map((operand) => fold(`${operand}`)))
  const told = choices.filter(({ id }) => named.has(fold(id))).map(({ id }) => id)
  const untold = choices.find(({ id }) => !named.has(fold(id)))?.id
  const rest = untold ?? (other ? { other: 'any' } : undefined)
  if (told.length > MOST_PICKED) return anything(['any'])
  const subsets: string[][] = [[]]
  for (const id of told) subsets.push(...subsets.map((set) => [...set, id]))
  return subsets.flatMap((set) => [
    ...(set.length > 0 ? [only(set)] : []),
    ...(rest === undefined
      ? []
      : [{ value: [...set, rest], standsFor: ({ op }: Test) => op !== 'in-list' }]),
  ])
}

const number: Candidates<'number'> = ({ validation = {} }, tests) => {
  const { min = -Number.MAX_VALUE, max = Number.MAX_VALUE, integer = false } = validation
  const bounds = operandsOf(tests).map(numberOf)
  const within = [min, max, ...bounds].filter((bound) => bound >= min && bound <= max)
  const points = [...new Set(within)].toSorted((a, b) => a - b)
  return points.flatMap((point, at) => {
    const between = numberBetween(point, points[at + 1] ?? point, integer)
    return [
      ...(integer && !Number.isInteger(point) ? [] : [only(point)]),
      ...(between === undefined
        ? []
        : [{ value: between, standsFor: (test: Test) => isEquality(test) || isNumeric(test) }]),
    ]
  })
}

const numberBetween = (low: number, high: number, isWhole: boolean): number | undefined => {
  const middle = low / 2 + high / 2
  const tries = isWhole
    ? [Math.floor(middle), Math.floor(middle) + 1, Math.floor(low) + 1, Math.ceil(high) - 1]
    : [middle]
  return tries.find((one) => one > low && one < high)
}

/** Each day that tests name within the limits, and one before, between and after them for all the others. */
const date: Candidates<'date'> = ({ validation = {} }, tests) => {
  const { min = '0000-01-01', max = '9999-12-31' } = validation
  const days = operandsOf(tests).map((operand) => fold(`${operand}`).slice(0, 10))
  const told = new Set([min, ...days.filter(isDay), max].map(dayOf))
  const points = [...told].filter((day) => day >= dayOf(min) && day <= dayOf(max))
  return points
    .toSorted((one, other) => one - other)
    .flatMap((day, at, all) => [
      only(dateOf(day)),
      ...(day + 1 < (all[at + 1] ?? day) ? [{ value: dateOf(day + 1), standsFor: isOnDays }] : []),
    ])
}

/** A day that is not in the calendar is no bound of days: tests that compare with it are not told apart. */
const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && dateOf(dayOf(text)) === text
const isOnDays = (test: Test) =>
  isEquality(test) || (isOrder(test) && operandsOf([test]).every((one) => isBound(`${one}`)))
const isBound = (text: string) => !/^\d{4}-\d\d-\d\d/.test(text) || isDay(text.slice(0, 10))

const answers: { readonly [K in QuestionKind]: Candidates<K> } = {
  'short-text': texts,
  'long-text': texts,
  email: texts,
  phone: texts,
  website: texts,
  number,
  'single-choice': choice,
  'multiple-choice': picked,
  dropdown: choice,
  'picture-choice': choice,
  'yes-no': () => [only(true), only(false)],
  rating: ({ steps = 5 }) => wholeNumbers(1, steps),
  scale: ({ from = 0, to = 10 }) => wholeNumbers(from, to),
  date,
  ranking: () => anything(['any']),
  matrix: parts,
  contact: parts,
  address: parts,
  company: parts,
  file: texts,
  consent: ({ required }) => (required ? [only(true)] : [only(true), only(false)]),
  statement: ({ passes }) => (passes ? [only(true)] : []),
  scheduling: texts,
}

const operandsOf = (tests: readonly Test[]) =>
  tests.flatMap(({ value }) => (value === undefined ? [] : [value].flat()))

const equalities: ReadonlySet<Operator> = new Set(['is', 'is-not', 'is-any-of', 'is-none-of'])
const numerics: ReadonlySet<Operator> = new Set([
  'greater-than',
  'at-least',
  'less-than',
  'at-most',
  'between',
])
const isEquality = ({ op }: Test) => equalities.has(op)
const isBeginning = ({ op }: Test) => op === 'starts-with'
const isNumeric = ({ op }: Test) => numerics.has(op)
const isOrder = (test: Test) => isNumeric(test) || test.op === 'before' || test.op === 'after'
