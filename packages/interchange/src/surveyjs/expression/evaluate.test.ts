import fc from 'fast-check'
import { ExpressionRunner } from 'survey-core'
import { expect, test } from 'vitest'
import { evaluate, isTruthy } from './evaluate.ts'
import type { Value } from './expression.ts'
import { parseExpression } from './parse.ts'

type Values = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

const ours = (text: string, values: Values): unknown => {
  const parsed = parseExpression(text)
  if (parsed.kind === 'refused') throw new Error(`${text} is refused`)
  return evaluate(parsed.expression, (name): Value => values[name])?.value
}

const theirs = (text: string, values: Values): unknown => {
  const given = Object.fromEntries(Object.entries(values).filter(([, one]) => one !== undefined))
  return new ExpressionRunner(text).runValues(given)
}

const scalars = ['', 'x', 'X ', 'xy', 'true', '5', '05', '5.0', 5, 0, 12, true, false] as const
const scalar = fc.constantFrom(undefined, ...scalars)
const list = fc.constantFrom(['x'], ['x', 'y'], ['y', 'x'], ['5', 'x'])
const comparison = fc.constantFrom(
  '=',
  '<>',
  '<',
  '<=',
  '>',
  '>=',
  'contains',
  'notcontains',
  'anyof',
  'noneof',
  'allof',
)
const operand = fc.constantFrom(
  "'x'",
  "'XY'",
  "''",
  "'5'",
  '5',
  '0',
  '12.5',
  'true',
  'false',
  "['x', 'y']",
  "['x']",
  '[5, 12]',
  '{b}',
  'null',
)

test('comparisons hold when they hold in SurveyJS', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.oneof(scalar, list), fc.oneof(scalar, list), comparison, operand),
      ([a, b, op, right]) => {
        const text = `{a} ${op} ${right}`
        expect([text, a, b, isTruthy(ours(text, { a, b }) as Value)]).toEqual([
          text,
          a,
          b,
          !!theirs(text, { a, b }),
        ])
      },
    ),
    { numRuns: 5000 },
  )
})

test('sums come out as in SurveyJS, the unanswered counted as nothing', () => {
  const number = fc.constantFrom(undefined, 0, 1, 2.5, -3, 10)
  const text = fc.constantFrom(
    '{a} + {b}',
    '{a} - {b} * 2',
    '{a} / {b}',
    '{a} % 3',
    'sum({a}, {b}, 1)',
    'min({a}, {b})',
    'max({a}, {b})',
    'avg({a}, {b}, 4)',
    "iif({a} > {b}, 'more', 'less')",
    '({a} + 1) ^ 2',
  )
  fc.assert(
    fc.property(number, number, text, (a, b, one) => {
      expect([one, a, b, ours(one, { a, b }) ?? null]).toEqual([
        one,
        a,
        b,
        theirs(one, { a, b }) ?? null,
      ])
    }),
    { numRuns: 2000 },
  )
})

test.each(['{a} empty', '{a} notempty', '!{a}', '{a} and {b}', '{a} or {b}', "!({a} = 'x')"])(
  '%s holds as in SurveyJS',
  (text) => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        expect([a, b, isTruthy(ours(text, { a, b }) as Value)]).toEqual([
          a,
          b,
          !!theirs(text, { a, b }),
        ])
      }),
    )
  },
)

test('a function that is not known leaves no value', () => {
  expect(evaluate({ kind: 'call', name: 'today', args: [] }, () => undefined)).toBeUndefined()
})
