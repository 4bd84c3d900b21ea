import type { AnswerValue, Condition, Test } from '@bantam/schema'
import { expect, test } from 'vitest'
import { compileCondition } from './compile-condition.ts'

const evaluate = (
  op: Test['op'],
  operand: Test['value'],
  value: AnswerValue | undefined,
  more = {},
) =>
  compileCondition({ ref: 'hidden:x', op, ...(operand !== undefined && { value: operand }) })({
    values: { 'hidden:x': value },
    ...more,
  })

test.each<[Test['op'], Test['value'], AnswerValue, number]>([
  ['is', 'red', ' RED ', 1],
  ['is', 'red', 'redder', 0],
  ['is', 'red', ['red'], 1],
  ['is', 'red', ['red', 'blue'], 0],
  ['is', ['red', 'blue'], ['blue', 'red'], 1],
  ['is', ['red', 'blue'], ['blue'], 0],
  ['is', 'red', { other: 'red' }, 0],
  ['is', true, true, 1],
  ['is', true, false, 0],
  ['is', false, false, 1],
  ['is', 5, '5', 1],
  ['is', 'strasse', 'STRASSE', 1],
  ['is', 'ÉCOLE', 'école ', 1],
  ['is-not', 'red', 'blue', 1],
  ['is-not', 'red', { other: 'red' }, 1],
  ['is-any-of', ['red', 'blue'], 'Blue', 1],
  ['is-any-of', ['red', 'blue'], ['green', 'blue'], 1],
  ['is-none-of', ['red', 'blue'], 'green', 1],
  ['is-none-of', ['red', 'blue'], ['green', 'red'], 0],
  ['contains', 'red', ['blue', 'red'], 1],
  ['contains', 're', ['blue', 'red'], 0],
  ['contains', 'OP', 'Director of Operations', 1],
  ['contains', 'pin', { other: 'Pink' }, 1],
  ['does-not-contain', 'red', ['blue'], 1],
  ['starts-with', 'dir', ' Director', 1],
  ['ends-with', '.edu', 'ann@mit.EDU', 1],
  ['greater-than', 5, 5, 0],
  ['at-least', 5, 5, 1],
  ['at-least', 5, '12', 1],
  ['less-than', 5, 'many', 0],
  ['at-most', 5, 4.5, 1],
  ['between', [1, 5], 5, 1],
  ['between', [1, 5], 5.1, 0],
  ['between', ['2026-01-01', '2026-12-31'], '2026-01-01', 1],
  ['before', '2026-11-22', '2026-11-21', 1],
  ['after', '2026-11-22', '2026-11-22', 0],
  ['before', '2026-11-22', 'soon', 0],
  ['is-answered', undefined, 'x', 1],
  ['is-not-answered', undefined, 'x', 0],
  ['in-list', ['mit.edu'], 'ann@cs.MIT.edu', 1],
  ['in-list', ['mit.edu'], 'ann@notmit.edu', 0],
  ['in-list', ['acme.com'], { name: 'Acme', domain: 'acme.com' }, 1],
])('%s %j of %j is %i', (op, operand, value, expected) => {
  expect(evaluate(op, operand, value)).toBe(expected)
})

test('unanswered is unknown for every comparison and known to be unanswered', () => {
  const operators = [
    'is',
    'is-not',
    'is-none-of',
    'does-not-contain',
    'less-than',
    'in-list',
  ] as const
  for (const op of operators) expect(evaluate(op, op === 'less-than' ? 5 : 'x', undefined)).toBe(-1)
  expect(evaluate('is-not', 'x', '')).toBe(-1)
  expect(evaluate('is-none-of', ['x'], [])).toBe(-1)
  expect(evaluate('is-answered', undefined, undefined)).toBe(0)
  expect(evaluate('is-not-answered', undefined, undefined)).toBe(1)
})

test('an operand that makes no sense leaves the test unknown', () => {
  expect(evaluate('at-least', 'many', 5)).toBe(-1)
  expect(evaluate('between', [1], 5)).toBe(-1)
  expect(evaluate('before', 'soon', '2026-11-22')).toBe(-1)
  expect(evaluate('is', undefined, 'x')).toBe(-1)
})

test('all, any and not follow Kleene', () => {
  const [yes, no, unknown]: Condition[] = [
    { all: [] },
    { any: [] },
    { ref: 'question:x', op: 'is', value: 1 },
  ]
  const truth = (condition: Condition) => compileCondition(condition)({ values: {} })
  const all = [yes, no, unknown] as Condition[]
  expect(all.map(truth)).toEqual([1, 0, -1])
  expect(all.map((not) => truth({ not }))).toEqual([0, 1, -1])
  expect(all.flatMap((a) => all.map((b) => truth({ all: [a, b] })))).toEqual([
    1, 0, -1, 0, 0, 0, -1, 0, -1,
  ])
  expect(all.flatMap((a) => all.map((b) => truth({ any: [a, b] })))).toEqual([
    1, 1, 1, 1, 0, -1, 1, -1, -1,
  ])
})

test('a named list is asked of the facts and unknown without them', () => {
  const inList = (list: string, value: string) => list === 'students' && value.endsWith('.edu')
  expect(evaluate('in-list', 'students', 'a@mit.edu', { inList })).toBe(1)
  expect(evaluate('in-list', 'students', 'a@acme.com', { inList })).toBe(0)
  expect(evaluate('in-list', 'students', 'a@mit.edu')).toBe(-1)
})

test('a signal is a count up to now, in its window', () => {
  const day = 86_400_000
  const signals = [
    { name: 'visit', at: 0 },
    { name: 'visit', at: 9 * day },
    { name: 'visit', at: 12 * day },
  ]
  const count = (value: number, within?: number) =>
    compileCondition({ ref: 'signal:visit', op: 'at-least', value, ...(within && { within }) })(
      { values: {}, signals },
      10 * day,
    )
  expect([count(2), count(3)]).toEqual([1, 0])
  expect([count(1, 7), count(2, 7)]).toEqual([1, 0])
})
