import { Condition, type Form, type Operator } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { starterForm } from '../form/starter.example.ts'
import { newQuestion } from '../editor/new-question.ts'
import { kinds } from '../form/kinds.ts'
import { canShow, comparisonsOf, firstTest, withOperator } from './comparisons.ts'
import { conditionOf, ruleOf } from './rule.ts'
import { subjectsOf } from './subjects.ts'

/** One question of every kind, a hidden field and both types of calculation. */
const form = (): Form => ({
  ...starterForm(),
  questions: (Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => ({
    ...newQuestion(kind, []),
    id: kind,
  })),
  hidden: ['plan'],
  calculations: [
    { id: 'points', type: 'number', start: 0, steps: [] },
    { id: 'word', type: 'text', start: '', steps: [] },
  ],
})
const subjects = subjectsOf(form(), { until: Infinity })

test('whatever the fields make can be shown by them again, and stored', () => {
  const aTest = fc
    .constantFrom(...subjects)
    .chain((subject) =>
      fc
        .array(fc.constantFrom<Operator>(...comparisonsOf[subject.answers]), { maxLength: 4 })
        .map((operators) =>
          operators.reduce((made, op) => withOperator(made, { subject, op }), firstTest(subject)),
        ),
    )
  fc.assert(
    fc.property(
      fc.constantFrom('all', 'any'),
      fc.array(aTest, { minLength: 1, maxLength: 4 }),
      (by, tests) => {
        const condition = conditionOf({ by, tests })
        expect(Condition.parse(condition)).toEqual(condition)
        expect(ruleOf(condition, subjects)?.tests).toEqual(tests)
      },
    ),
  )
})

test('a condition is about what was asked before it, never about a statement', () => {
  const before = subjectsOf(starterForm(), { until: 2 })
  expect(before.map(({ ref }) => ref)).toEqual(['question:email', 'question:company-size'])
  expect(subjects.map(({ ref }) => ref)).not.toContain('question:statement')
  expect(subjects.map(({ ref }) => ref)).toContain('question:contact.email')
})

test.each<[string, Condition]>([
  ['a negation', { not: { ref: 'question:email', op: 'is-answered' } }],
  ['a group in a group', { all: [{ any: [{ ref: 'question:email', op: 'is-answered' }] }] }],
  ['a removed question', { ref: 'question:gone', op: 'is-answered' }],
  ['a removed choice', { ref: 'question:dropdown', op: 'is', value: 'gone' }],
  ['a window of time', { ref: 'question:number', op: 'is', value: 1, within: 7 }],
  ['a comparison of its own', { ref: 'hidden:plan', op: 'at-least', value: 5 }],
  ['nothing at all', { any: [] }],
])('%s is more than the fields can show', (_, condition) => {
  expect(ruleOf(condition, subjects)).toBeUndefined()
})

test('what is compared with is kept where it still fits', () => {
  const subject = subjects.find(({ ref }) => ref === 'question:number')
  if (!subject) throw new Error('no number')
  const least = { ref: subject.ref, op: 'at-least', value: 5 } as const
  expect(withOperator(least, { subject, op: 'between' }).value).toEqual([5, 5])
  expect(canShow({ ...least, value: '5' }, subject)).toBe(false)
})
