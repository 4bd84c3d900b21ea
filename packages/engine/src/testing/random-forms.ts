import type { Condition, Form, Question } from '@bantam/schema'
import fc from 'fast-check'
import { formOf, test } from './forms.ts'

/** Forms of yes/no questions with random show-ifs, jumps (back, forth, nowhere) and calculations. */
export const randomForm: fc.Arbitrary<Form> = fc.integer({ min: 1, max: 8 }).chain((count) => {
  const ref = fc
    .integer({ min: 0, max: count })
    .map((at) => (at === count ? 'calculation:sum' : `question:q${at}`))
  const single: fc.Arbitrary<Condition> = fc.oneof(
    ref.map((one) => test(one, 'is', true)),
    ref.map((one) => test(one, 'is-not', true)),
    ref.map((one) => test(one, 'is-answered')),
    ref.map((one) => test(one, 'is-not-answered')),
    fc.integer({ min: 0, max: 6 }).map((bound) => test('calculation:sum', 'at-least', bound)),
  )
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    single,
    fc.array(single, { maxLength: 3 }).map((all) => ({ all })),
    fc.array(single, { maxLength: 3 }).map((any) => ({ any })),
    single.map((not) => ({ not })),
  )
  const jump = fc.record(
    {
      when: condition,
      to: fc.oneof(
        fc.integer({ min: 0, max: count }).map((at) => `question:q${at}`),
        fc.constant('ending:thanks'),
      ),
      atMost: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: ['when', 'to'] },
  )
  const question = (at: number) =>
    fc
      .record(
        {
          required: fc.boolean(),
          showIf: condition,
          jumps: fc.array(jump, { maxLength: 2 }),
          kind: fc.constantFrom('yes-no' as const, 'yes-no' as const, 'statement' as const),
        },
        { requiredKeys: ['required', 'kind'] },
      )
      .map((more): Question => ({ id: `q${at}`, title: `Question ${at}`, ...more }))
  const steps = fc.array(
    fc.record({
      when: condition,
      do: fc.constantFrom('add' as const, 'multiply' as const),
      value: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 3 },
  )
  return fc
    .tuple(fc.tuple(...Array.from({ length: count }, (_, at) => question(at))), steps)
    .map(([questions, of]) =>
      formOf(questions, { calculations: [{ id: 'sum', type: 'number', start: 0, steps: of }] }),
    )
})
