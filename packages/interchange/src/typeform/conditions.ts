import type { Condition, Operator } from '@bantam/schema'
import type { ReportBuilder } from '../report.ts'
import type { Operand, SourceCondition } from './definition.ts'
import { numberOf, textOf } from './json.ts'
import type { Subject } from './making.ts'

/** What reading a condition needs of the form around it. */
export interface Reading {
  readonly report: ReportBuilder
  /** How an operand that is no literal is read; undefined for what holds nothing. */
  readonly subjectOf: (operand: Operand) => Subject | undefined
  /** The ref that holds 1 when the subject was answered and 0 otherwise, also while it is not asked yet. */
  readonly answeredRef: (subject: Subject) => string
  /** The question whose rules these are: it has been asked whenever they are read. */
  readonly own?: string | undefined
  /** Whether an operand is always asked later than the rule runs. */
  readonly isLater?: ((operand: Operand) => boolean) | undefined
}

/** A condition in our language; true always holds, false never does. */
export type Read = Condition | boolean

/**
 * Reads a condition and reports each of its parts. A comparison with what is unanswered does not
 * hold, in the source as here.
 */
export const readCondition = (condition: SourceCondition, reading: Reading): Read => {
  const { op, path, conditions } = condition
  if (op === 'always') {
    reading.report.keep(path)
    return true
  }
  if (op !== 'and' && op !== 'or') return readTest(condition, reading)
  const parts = conditions.map((one) => readCondition(one, reading))
  const result = op === 'and' ? allOf(parts) : anyOf(parts)
  if (result === false) reading.report.drop(path, 'It never holds, because of its parts.')
  else if (op === 'or' && parts.includes(false))
    reading.report.change(path, 'A part that never holds was left out.')
  else reading.report.keep(path)
  return result
}

/** Whether all hold; no part at all never holds. */
export const allOf = (parts: readonly Read[]): Read => {
  if (parts.length === 0 || parts.includes(false)) return false
  const open = parts.filter((part) => typeof part !== 'boolean')
  return open.length > 1 ? { all: open } : (open[0] ?? true)
}

/** Whether one holds. */
const anyOf = (parts: readonly Read[]): Read => {
  if (parts.includes(true)) return true
  const open = parts.filter((part) => typeof part !== 'boolean')
  return open.length > 1 ? { any: open } : (open[0] ?? false)
}

/** What stands in `when` of a jump or a step. */
export const asCondition = (read: Condition | true): Condition =>
  read === true ? { all: [] } : read

const readTest = ({ op, path, operands }: SourceCondition, reading: Reading): Read => {
  const { report, subjectOf } = reading
  const at = operands.findIndex(({ type }) => readable.has(type))
  const subjectOperand = operands[at]
  const literal = operands.find((_, other) => other !== at)
  const drop = (why: string): false => {
    report.drop(path, why)
    return false
  }
  const compile = Object.hasOwn(operators, op) ? operators[op] : undefined
  if (!compile) {
    report.dropUnknown(path, `Nothing here compares by "${op}".`)
    return false
  }
  if (!subjectOperand) return drop('It reads neither a field nor a hidden field nor a variable.')
  const subject = subjectOf(subjectOperand)
  if (!subject || (subject.reads === 'nothing' && op !== 'answered'))
    return drop('It compares what has no answer here, so it never holds.')
  if (reading.isLater?.(subjectOperand)) {
    if (op !== 'answered' || literal?.value !== false)
      return drop('It reads what is asked later, so it never holds.')
    report.keep(path)
    return true
  }
  if (literal && readable.has(literal.type))
    return drop('A comparison of two answers or variables has no equal here.')
  const read = compile(subject, { literal, reading })
  if (typeof read === 'string') return drop(read)
  report.keep(path)
  return read
}

const readable = new Set(['field', 'hidden', 'variable'])

type Compile = (
  subject: Subject,
  more: { literal: Operand | undefined; reading: Reading },
) => Condition | string

const noValue = 'It compares with a value that this kind of answer cannot have.'

const equality =
  (one: Operator, many: Operator): Compile =>
  (subject, { literal }) => {
    if (literal?.value === '') return blank(subject.ref, one)
    const value = valueFor(subject, literal)
    if (value === undefined) return noValue
    return { ref: subject.ref, op: subject.reads === 'choices' ? many : one, value }
  }

/** Equal to nothing is left unanswered. */
const blank = (ref: string, op: Operator): Condition => ({
  ref,
  op: op === 'is' ? 'is-not-answered' : 'is-answered',
})

const containing =
  (text: Operator, choice: Operator): Compile =>
  (subject, { literal }) => {
    const value = valueFor(subject, literal)
    if (value === undefined) return noValue
    return { ref: subject.ref, op: subject.reads === 'choice' ? choice : text, value }
  }

const affix =
  (op: Operator): Compile =>
  ({ ref }, { literal }) => {
    const value = textOf(literal?.value)
    return value ? { ref, op, value } : noValue
  }

const order =
  (op: Operator): Compile =>
  ({ ref }, { literal }) => {
    const value = numberOf(literal?.value)
    return value === undefined ? noValue : { ref, op, value }
  }

const dated =
  (...ops: readonly Operator[]): Compile =>
  ({ ref }, { literal }) => {
    const value = dateOf(literal?.value)
    if (value === undefined) return 'It compares with a day that is not written as a date.'
    const tests = ops.map((op) => ({ ref, op, value }))
    return tests.length > 1 ? { any: tests } : (tests[0] ?? noValue)
  }

const answered: Compile = (subject, { literal, reading }) => {
  const { ref } = subject
  const isOwn = reading.own !== undefined && `${ref}.`.startsWith(`${reading.own}.`)
  if (literal?.value !== false) return { ref, op: 'is-answered' }
  return isOwn || !ref.startsWith('question:')
    ? { ref, op: 'is-not-answered' }
    : { ref: reading.answeredRef(subject), op: 'is', value: 0 }
}

const operators: { readonly [op: string]: Compile } = {
  is: equality('is', 'contains'),
  equal: equality('is', 'contains'),
  is_not: equality('is-not', 'does-not-contain'),
  not_equal: equality('is-not', 'does-not-contain'),
  contains: containing('contains', 'is'),
  not_contains: containing('does-not-contain', 'is-not'),
  begins_with: affix('starts-with'),
  ends_with: affix('ends-with'),
  lower_than: order('less-than'),
  lower_equal_than: order('at-most'),
  greater_than: order('greater-than'),
  greater_equal_than: order('at-least'),
  on: dated('is'),
  not_on: dated('is-not'),
  earlier_than: dated('before'),
  earlier_than_or_on: dated('before', 'is'),
  later_than: dated('after'),
  later_than_or_on: dated('after', 'is'),
  answered,
}

const valueFor = (
  { reads, choiceIds }: Subject,
  literal: Operand | undefined,
): string | number | boolean | undefined => {
  const value = literal?.value
  switch (reads) {
    case 'choice':
    case 'choices':
      return choiceIds?.get(textOf(value) ?? '')
    case 'yes-no':
      return truthOf(value)
    case 'number':
      return numberOf(value)
    case 'date':
      return dateOf(value)
    default:
      return typeof value === 'boolean' ? value : textOf(value) || undefined
  }
}

const truthOf = (value: unknown): boolean | undefined =>
  typeof value === 'boolean'
    ? value
    : value === 'true'
      ? true
      : value === 'false'
        ? false
        : undefined

const dateOf = (value: unknown): string | undefined => {
  const date = textOf(value)?.slice(0, 10)
  return date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined
}
