import type { AnswerValue, Condition, Form, Hidden, Question, Test } from '@bantam/schema'
import fc from 'fast-check'
import { formOf, test } from './forms.ts'

const abc = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }))

/** A few answers of each kind: enough to come down on either side of the random conditions. */
const pools: { readonly [kind: string]: readonly AnswerValue[] } = {
  'yes-no': [true, false],
  consent: [true, false],
  'single-choice': ['a', 'b', 'c'],
  'multiple-choice': [['a'], ['b', 'c'], ['a', 'b', 'c']],
  number: [0, 1, 2, 3, 5],
  'short-text': ['a', 'B', 'Ab something', '2'],
  date: ['2024-01-31', '2024-02-01', '2025-06-30'],
  company: [{ name: 'a' }, { name: 'b', domain: 'a.example' }],
  ranking: [
    ['a', 'b', 'c'],
    ['c', 'b', 'a'],
  ],
}

const operators: readonly Test['op'][] = [
  'is',
  'is-not',
  'is-any-of',
  'is-none-of',
  'contains',
  'does-not-contain',
  'starts-with',
  'greater-than',
  'at-least',
  'less-than',
  'at-most',
  'before',
  'after',
  'between',
  'is-answered',
  'is-not-answered',
  'in-list',
]
const operands: readonly Test['value'][] = [
  'a',
  'b',
  'c',
  true,
  1,
  2,
  ['a', 'b'],
  '2024-02-01',
  'ab',
  ['2024-02-01', '2024-03-01'],
]

const conditionOn = (
  count: number,
  { isClosed }: { isClosed: boolean },
): fc.Arbitrary<Condition> => {
  const question = fc.nat(count - 1).map((at) => `question:q${at}`)
  const ref = isClosed
    ? question
    : fc.oneof(
        { weight: 5, arbitrary: question },
        fc.constantFrom('hidden:plan', 'hidden:other', 'calculation:sum', 'calculation:word'),
        question.map((of) => `${of}.name`),
      )
  const single = fc
    .tuple(ref, fc.constantFrom(...operators), fc.constantFrom(...operands))
    .map(([of, op, value]) => test(of, op, value))
  return fc.oneof(
    { weight: 4, arbitrary: single },
    fc.array(single, { maxLength: 3 }).map((all) => ({ all })),
    fc.array(single, { maxLength: 3 }).map((any) => ({ any })),
    single.map((not) => ({ not })),
    fc.tuple(single, single).map(([one, other]) => ({ not: { all: [one, { not: other }] } })),
  )
}

/** Kinds whose every answer is in its pool, as far as the random conditions can tell. */
const closedKinds = ['yes-no', 'consent', 'single-choice', 'statement']

/**
 * Forms of up to `most` questions of many kinds, with show-ifs, jumps, endings, a hidden field and
 * calculations. A closed one has only questions of few answers and only jumps ahead, and reads
 * nothing but them: every conversation can be tried.
 */
export const branchingForm = (
  most: number,
  { isClosed = false }: { isClosed?: boolean } = {},
): fc.Arbitrary<Form> =>
  fc.integer({ min: 1, max: most }).chain((count) => {
    const condition = conditionOn(count, { isClosed })
    const question = (at: number): fc.Arbitrary<Question> => {
      const jump = fc.record(
        {
          when: condition,
          to: fc.oneof(
            fc.integer({ min: isClosed ? at + 1 : 0, max: count }).map((to) => `question:q${to}`),
            fc.constantFrom('ending:thanks', 'ending:other', 'ending:gone'),
          ),
          atMost: fc.integer({ min: 1, max: 2 }),
        },
        { requiredKeys: ['when', 'to'] },
      )
      return fc
        .record(
          {
            kind: fc.constantFrom(
              ...(isClosed ? closedKinds : ['statement', ...Object.keys(pools)]),
            ),
            required: fc.boolean(),
            showIf: condition,
            jumps: fc.array(jump, { maxLength: 2 }),
          },
          { requiredKeys: ['kind', 'required'] },
        )
        .map((more) => ({
          id: `q${at}`,
          title: `Question ${at}`,
          ...more,
          ...(/choice|ranking/.test(more.kind) && { choices: abc }),
        })) as fc.Arbitrary<Question>
    }
    const step = fc.record(
      {
        when: condition,
        do: fc.constantFrom('add' as const, 'set' as const, 'multiply' as const),
        value: fc.integer({ min: 1, max: 2 }),
      },
      { requiredKeys: ['do', 'value'] },
    )
    return fc
      .tuple(
        fc.tuple(...Array.from({ length: count }, (_, at) => question(at))),
        fc.array(step, { maxLength: 3 }),
      )
      .map(([questions, steps]) =>
        formOf(questions, {
          hidden: ['plan'],
          calculations: [
            { id: 'sum', type: 'number', start: 0, steps },
            { id: 'word', type: 'text', start: 'a', steps },
          ],
          endings: [
            { id: 'thanks', kind: 'message', title: 'Thank you' },
            { id: 'other', kind: 'message', title: 'Another' },
          ],
        }),
      )
  })

/** What a visitor may say to a question; null for nothing. */
export const repliesTo = ({ kind, required }: Question): readonly (AnswerValue | null)[] => {
  if (kind === 'statement') return [null]
  if (kind === 'consent' && required) return [true]
  return [...(pools[kind] ?? []), ...(required ? [] : [null])]
}

export const hiddenFields: readonly Hidden[] = [{}, { plan: 'a' }, { plan: 'z', other: 'a' }]
