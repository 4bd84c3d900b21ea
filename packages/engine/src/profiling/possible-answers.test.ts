import type { Question, Test } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnswer } from '../answer/read-answer.ts'
import { compileCondition } from '../condition/compile-condition.ts'
import { dateOf, dayOf } from '../sla/civil.ts'
import { choices, test as when } from '../testing/forms.ts'
import { possibleAnswers } from './possible-answers.ts'

const ref = 'question:q'
const ask = (kind: string, more: object = {}): Question =>
  ({ id: 'q', title: 'Q', kind, ...more }) as Question

test('of numbers, dates and choices there is one for each way in which tests turn out', () => {
  const seats = [when(ref, 'at-least', 10), when(ref, 'less-than', 50)]
  expect(possibleAnswers(ask('number'), seats)).toEqual([9, 10, 30, 50, 51])
  const whole = ask('number', { validation: { min: 10, integer: true } })
  expect(possibleAnswers(whole, seats)).toEqual([10, 11, 50, 51])
  const due = [when(ref, 'before', '2027-01-01')]
  expect(possibleAnswers(ask('date'), due)).toEqual(['2026-12-31', '2027-01-01', '2027-01-02'])
  const needs = ask('multiple-choice', { choices: choices('A', 'B', 'C', 'D') })
  expect(possibleAnswers(needs, [when(ref, 'contains', 'b')])).toEqual([['b'], ['a'], ['b', 'a']])
  expect(possibleAnswers(ask('scale', { from: 1, to: 3 }), [])).toEqual([1, 2, 3])
})

test('a text is any text, unless tests compare it as a whole', () => {
  expect(possibleAnswers(ask('short-text'), [when(ref, 'contains', 'a')])).toBe('any')
  expect(possibleAnswers(ask('short-text'), [when(ref, 'is', 'a')])).toEqual(['a', 'a…'])
  const other = ask('single-choice', { choices: choices('A'), other: true })
  expect(possibleAnswers(other, [when(ref, 'starts-with', 'a')])).toBe('any')
  expect(possibleAnswers(other, [when(ref, 'is', 'a')])).toEqual(['a', { other: '…' }])
})

const bound = fc.constantFrom(-3, 0, 2.5, 4, 7)
const day = fc.constantFrom('2026-01-01', '2026-03-01', '2028-02-29')
const texts = fc.constantFrom('a', 'b', 'c', 'x')
const asked: fc.Arbitrary<{ question: Question; tests: readonly Test[]; raw: unknown }> = fc.oneof(
  fc.record({
    question: fc
      .record(
        { min: fc.constantFrom(-5, 0), max: fc.constantFrom(4, 9), integer: fc.boolean() },
        { requiredKeys: [] },
      )
      .map((validation) => ask('number', { validation })),
    tests: tests(['is', 'is-not', 'at-least', 'less-than', 'greater-than', 'at-most'], bound),
    raw: fc.oneof(bound, fc.integer({ min: -10, max: 12 }), fc.double({ min: -10, max: 12 })),
  }),
  fc.record({
    question: fc
      .record({ min: fc.constant('2026-02-01') }, { requiredKeys: [] })
      .map((validation) => ask('date', { validation })),
    tests: tests(['before', 'after', 'is'], day),
    raw: fc.oneof(
      day,
      fc.integer({ min: dayOf('2025-01-01'), max: dayOf('2029-01-01') }).map(dateOf),
    ),
  }),
  fc.record({
    question: fc
      .record({ max: fc.constantFrom(1, 2) }, { requiredKeys: [] })
      .map((validation) =>
        ask('multiple-choice', { choices: choices('A', 'B', 'C', 'D'), other: true, validation }),
      ),
    tests: tests(['contains', 'does-not-contain', 'is', 'is-any-of', 'is-not'], texts),
    raw: fc.subarray(['a', 'b', 'c', 'd', { other: 'x' }]),
  }),
  fc.record({
    question: fc.constant(ask('dropdown', { choices: choices('A', 'B', 'C'), other: true })),
    tests: tests(['is', 'is-none-of', 'contains'], texts),
    raw: fc.constantFrom('a', 'b', 'c', { other: 'x' }, { other: 'b' }),
  }),
  fc.record({
    question: fc.constant(ask('short-text')),
    tests: tests(['is', 'is-not', 'contains', 'is-answered'], texts),
    raw: fc.oneof(texts, fc.string()),
  }),
)

function tests(ops: readonly Test['op'][], operand: fc.Arbitrary<string | number>) {
  return fc.array(
    fc.tuple(fc.constantFrom(...ops), operand).map(([op, value]) => when(ref, op, value)),
    { minLength: 1, maxLength: 3 },
  )
}

test('every answer that can be given is like a possible one in all that is asked of it', () => {
  fc.assert(
    fc.property(asked, ({ question, tests: all, raw }) => {
      const reading = readAnswer(question, raw)
      const possible = possibleAnswers(question, all)
      if (reading.kind !== 'accepted' || possible === 'any') return
      const behaviour = (value: unknown) =>
        all.map((one) => compileCondition(one)({ values: { [ref]: value as string } })).join()
      expect(possible.map(behaviour)).toContain(behaviour(reading.value))
    }),
    { numRuns: 1000 },
  )
})
