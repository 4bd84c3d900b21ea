import type { AnswerValue, Calculation } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { test as when } from '../testing/forms.ts'
import { compileCalculations } from './calculation.ts'

const ids = ['a', 'b', 'c']
const condition = fc.oneof(
  fc.constantFrom('q0', 'q1', 'q2', 'q3').map((id) => when(`question:${id}`, 'is', true)),
  fc.constantFrom('q0', 'q1').map((id) => ({ not: when(`question:${id}`, 'is-answered') })),
  fc
    .tuple(fc.constantFrom(...ids), fc.integer({ min: 0, max: 9 }))
    .map(([id, bound]) => when(`calculation:${id}`, 'at-least', bound)),
)
const step = fc.record(
  {
    when: condition,
    do: fc.constantFrom('set', 'add', 'subtract', 'multiply', 'divide'),
    value: fc.integer({ min: -3, max: 3 }),
  },
  { requiredKeys: ['do', 'value'] },
)
const calculations: fc.Arbitrary<Calculation[]> = fc
  .tuple(...ids.map(() => fc.array(step, { maxLength: 4 })))
  .map((steps) =>
    steps.map((of, at): Calculation => ({
      id: `${ids[at]}`,
      type: 'number',
      start: at,
      steps: of,
    })),
  )

test('results that follow changes are those of a fresh start on the same facts', () => {
  const change = fc.record({
    id: fc.constantFrom('q0', 'q1', 'q2', 'q3'),
    value: fc.constantFrom(true, false, null),
    isRead: fc.boolean(),
  })
  fc.assert(
    fc.property(calculations, fc.array(change, { maxLength: 12 }), (of, changes) => {
      const open = compileCalculations(of)
      const values: { [ref: string]: AnswerValue | null | undefined } = {}
      const running = open({ values })
      const given: typeof values = {}
      for (const { id, value, isRead } of changes) {
        given[`question:${id}`] = values[`question:${id}`] = value
        running.changed(`question:${id}`)
        if (isRead) running.settle()
      }
      const fresh = { ...given }
      expect(running.settle()).toEqual(open({ values: fresh }).settle())
      expect(values).toEqual(fresh)
    }),
  )
})

test('a step on an answer that did not change is not asked again', () => {
  let asked = 0
  const value = new Proxy<{ [ref: string]: AnswerValue | undefined }>(
    {},
    {
      get(target, ref) {
        if (ref === 'question:q0') asked++
        return Reflect.get(target, ref)
      },
    },
  )
  const steps: Calculation['steps'] = [
    { when: when('question:q0', 'is', true), do: 'add', value: 1 },
    { when: when('question:q1', 'is', true), do: 'add', value: 2 },
  ]
  const running = compileCalculations([{ id: 'a', type: 'number', start: 0, steps }])({
    values: value,
  })
  running.settle()
  for (let turn = 0; turn < 9; turn++) {
    value['question:q1'] = turn % 2 === 0
    running.changed('question:q1')
    expect(running.settle()).toEqual({ a: turn % 2 === 0 ? 2 : 0 })
  }
  expect(asked).toBe(1)
})

test('a calculation that reads itself or a later one reads its start', () => {
  const open = compileCalculations([
    {
      id: 'a',
      type: 'number',
      start: 1,
      steps: [
        { do: 'add', value: 5 },
        { when: when('calculation:a', 'is', 1), do: 'add', value: 10 },
        { when: when('calculation:b', 'is', 2), do: 'add', value: 100 },
      ],
    },
    { id: 'b', type: 'number', start: 2, steps: [{ do: 'set', value: 7 }] },
  ])
  expect(open({ values: {} }).settle()).toEqual({ a: 116, b: 7 })
})
