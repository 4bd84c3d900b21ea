import type { Condition, Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { formOf, shortText, test as compared } from '../testing/forms.ts'
import { diagnose } from './diagnose.ts'

const email: Question = { id: 'email', kind: 'email', title: 'Your email?', required: true }
const day: Question = { id: 'day', kind: 'date', title: 'Which day?' }
const after = (date: string) => compared('question:day', 'after', date)
const before = (date: string) => compared('question:day', 'before', date)

/** Whether a question is ever shown after one that its condition reads. */
const isShown = (asked: Question, showIf: Condition): boolean =>
  diagnose(formOf([email, asked, shortText('more', { showIf })])).findings.every(
    ({ code }) => code !== 'unreachable-question',
  )

test.each<[boolean, Condition[]]>([
  [false, [after('2026-05-01'), before('2026-01-01')]],
  [false, [after('2026-05-01'), before('2026-05-02')]],
  [true, [after('2026-05-01'), before('2026-05-03')]],
  [false, [after('2026-02-28'), before('2026-03-01')]],
  [true, [after('2028-02-28'), before('2028-03-01')]],
  [false, [compared('question:day', 'is', '2026-05-01'), after('2026-05-01')]],
  [false, [compared('question:day', 'between', ['2026-05-02', '2026-05-01'])]],
  [true, [compared('question:day', 'between', ['2026-05-01', '2026-05-01'])]],
  [true, [after('2026-02-30'), before('2026-03-02')]],
  [true, [after('9999-12-30')]],
  [false, [after('9999-12-31')]],
])('that some day is asked for is %s of %j', (isSo, all) => {
  expect(isShown(day, { all })).toBe(isSo)
})

test('a day outside the limits of its question is none', () => {
  const limited: Question = { ...day, validation: { min: '2026-01-01', max: '2026-12-31' } }
  expect(isShown(limited, after('2026-12-31'))).toBe(false)
  expect(isShown(limited, before('2026-01-01'))).toBe(false)
  expect(isShown(limited, after('2026-12-30'))).toBe(true)
})

test.each<[boolean, string[]]>([
  [false, ['Acme', 'Beta']],
  [true, ['Acme', 'acme north']],
  [true, ['', 'Beta']],
])('that a text can begin in each way is %s of %j', (isSo, beginnings) => {
  const all = beginnings.map((one) => compared('question:firm', 'starts-with', one))
  expect(isShown(shortText('firm'), { all })).toBe(isSo)
})

test('a text that begins otherwise is still possible', () => {
  const not = compared('question:firm', 'starts-with', 'Acme')
  expect(isShown(shortText('firm'), { not })).toBe(true)
})

test('a step of a calculation that never counts is named, and can be removed', () => {
  const plan = shortText('plan', { required: true })
  const is = (value: string) => compared('question:plan', 'is', value)
  const kept = { when: is('a'), do: 'add' as const, value: 1 }
  const dead = { when: { all: [is('a'), is('b')] }, do: 'add' as const, value: 1 }
  const { findings } = diagnose(
    formOf([email, plan], {
      calculations: [{ id: 'sum', type: 'number', start: 0, steps: [kept, dead] }],
    }),
  )
  expect(findings.filter(({ code }) => code === 'condition-never-holds')).toEqual([
    {
      code: 'condition-never-holds',
      severity: 'warning',
      path: 'calculations.0.steps.1.when',
      message:
        'Step 2 of the calculation "sum" never counts: its condition cannot hold. Change the condition, or remove the step.',
      fix: {
        label: 'Remove the step',
        edits: [{ type: 'setCalculation', id: 'sum', field: 'steps', value: [kept] }],
      },
    },
  ])
})
