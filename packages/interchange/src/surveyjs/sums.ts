import type { Calculation, Condition } from '@bantam/schema'
import { evaluate, isEmpty, isTruthy } from './expression/evaluate.ts'
import type { Binary, Expression } from './expression/expression.ts'
import type { Sum, Translating } from './rules.ts'
import { inStates } from './subject.ts'
import { allOf, always, isNever, never } from './truth.ts'

type Step = Calculation['steps'][number]

export const stepsOf = ({ steps }: Sum): Step[] =>
  steps.map(({ when, value }) => ({ when, do: 'add', value }))

/** A comparison of sums, by way of a calculation; undefined where a side is none. */
export const sumComparisonOf = (
  expression: Expression,
  translating: Translating,
): Condition | undefined => {
  if (expression.kind !== 'binary') return undefined
  const ops = comparisons[expression.op]
  if (!ops) return undefined
  const [left, right] = [expression.left, expression.right].map((side) => sumOf(side, translating))
  if (!left || !right) return undefined
  const difference = combined(left, right, -1)
  const { rules, holds } = translating
  const value = -difference.start
  if (difference.steps.length === 0) {
    const found = evaluate(expression, () => undefined)
    return isTruthy(found?.value) === holds ? always : never
  }
  const ref = rules.sums.refOf({ ...difference, start: 0 })
  return { ref, op: holds ? ops[0] : ops[1], value: tidy(value) }
}

type Op = 'is' | 'is-not' | 'greater-than' | 'at-least' | 'less-than' | 'at-most'

/** How a comparison is said, and its opposite. */
const comparisons: { readonly [O in Binary]?: readonly [Op, Op] } = {
  equal: ['is', 'is-not'],
  notequal: ['is-not', 'is'],
  greater: ['greater-than', 'at-most'],
  greaterorequal: ['at-least', 'less-than'],
  less: ['less-than', 'at-least'],
  lessorequal: ['at-most', 'greater-than'],
}

/** What an expression adds up to when every answer that it reads counts a fixed number. */
export const sumOf = (expression: Expression, translating: Translating): Sum | undefined => {
  const inner = (one: Expression) => sumOf(one, translating)
  switch (expression.kind) {
    case 'constant':
      return typeof expression.value === 'number'
        ? { start: expression.value, steps: [] }
        : undefined
    case 'variable':
      return variableSum(expression.name.toLowerCase(), translating)
    case 'binary':
      return binarySum(expression, translating)
    case 'call': {
      if (expression.name === 'iif') return choiceSum(expression.args, translating)
      const parts =
        expression.name === 'sum'
          ? expression.args.map((one) => listSum(one) ?? inner(one))
          : [undefined]
      return parts.reduce((sum, part) => sum && part && combined(sum, part, 1), nothing)
    }
    default:
      return undefined
  }
  /** Several choices at once add up only within `sum()`. */
  function listSum(one: Expression): Sum | undefined {
    return one.kind === 'variable' ? choicesSum(one.name.toLowerCase(), { translating }) : undefined
  }
}

const nothing: Sum = { start: 0, steps: [] }

const binarySum = (
  { op, left, right }: Extract<Expression, { kind: 'binary' }>,
  translating: Translating,
): Sum | undefined => {
  const [one, other] = [sumOf(left, translating), sumOf(right, translating)]
  if (!one || !other) return undefined
  if (op === 'plus' || op === 'minus') return combined(one, other, op === 'plus' ? 1 : -1)
  if (op === 'mul' && other.steps.length === 0) return scaled(one, other.start)
  if (op === 'mul' && one.steps.length === 0) return scaled(other, one.start)
  return op === 'div' && other.steps.length === 0 && other.start !== 0
    ? scaled(one, 1 / other.start)
    : undefined
}

const combined = (one: Sum, other: Sum, factor: number): Sum => {
  const { start, steps } = scaled(other, factor)
  return { start: tidy(one.start + start), steps: [...one.steps, ...steps] }
}

const scaled = ({ start, steps }: Sum, factor: number): Sum => ({
  start: tidy(start * factor),
  steps: steps.map(({ when, value }) => ({ when, value: tidy(value * factor) })),
})

/** Without the noise of binary fractions. */
const tidy = (number: number) => Number(number.toPrecision(12))

const variableSum = (name: string, translating: Translating): Sum | undefined => {
  const { at, rules } = translating
  const named = rules.sums.named(name)
  if (named) return named
  if (name.endsWith('.length'))
    return choicesSum(name.slice(0, -'.length'.length), { translating, counts: 1 })
  const subject = rules.subjectOf(name)
  if (!subject || !isEmpty(subject.preset) || subject.domain.kind !== 'one') return undefined
  if (subject.place >= at) return nothing
  const { options } = subject.domain
  if (options.some(({ value }) => typeof value === 'boolean' || Number.isNaN(Number(value))))
    return undefined
  return {
    start: 0,
    steps: options
      .filter(({ value }) => Number(value) !== 0)
      .map((option) => ({
        when: inStates(subject, { states: [{ kind: 'option', option }], options }),
        value: Number(option.value),
      })),
  }
}

/** Each choice that was picked counts its own value, or as much as `counts` says. */
const choicesSum = (
  name: string,
  { translating, counts }: { translating: Translating; counts?: number },
): Sum | undefined => {
  const subject = translating.rules.subjectOf(name)
  if (!subject || !isEmpty(subject.preset) || subject.domain.kind !== 'many') return undefined
  if (subject.place >= translating.at) return nothing
  const { options } = subject.domain
  const steps = options.flatMap(({ value, id }) => {
    const each = counts ?? Number(value)
    return typeof id !== 'string' || Number.isNaN(each)
      ? []
      : [{ when: { ref: subject.ref, op: 'contains' as const, value: id }, value: each }]
  })
  return steps.length === options.length ? { start: 0, steps } : undefined
}

/** `iif`: starts from what it comes to unanswered, and adds the difference when that changes. */
const choiceSum = (args: readonly Expression[], translating: Translating): Sum | undefined => {
  const [condition, yes, no] = args
  if (!condition || !yes || !no) return undefined
  const [one, other] = [sumOf(yes, translating), sumOf(no, translating)]
  const unanswered = evaluate(condition, () => undefined)
  if (!one || !other || !unanswered) return undefined
  const isYes = isTruthy(unanswered.value)
  const [before, after] = isYes ? [one, other] : [other, one]
  const when = translating.rules.translate(condition, { ...translating, holds: !isYes })
  const otherwise = translating.rules.translate(condition, { ...translating, holds: isYes })
  const given = (to: Sum, by: Condition) =>
    to.steps.map((step) => ({ ...step, when: allOf([step.when, by]) }))
  return {
    start: before.start,
    steps: [
      { when, value: tidy(after.start - before.start) },
      ...given(after, when),
      ...given(before, otherwise),
    ].filter((step) => step.value !== 0 && !isNever(step.when)),
  }
}
