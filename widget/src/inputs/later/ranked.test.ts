import type { QuestionOf } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movedTo, rankedOf, toggled } from './ranked.ts'

const question = (validation?: QuestionOf<'ranking'>['validation']): QuestionOf<'ranking'> => ({
  id: 'q',
  kind: 'ranking',
  title: 'Q',
  choices: ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() })),
  ...(validation && { validation }),
})

test('a choice is ranked after the others, and again no longer', () => {
  expect(toggled(question(), { ranked: ['b'], id: 'b' })).toEqual([])
  expect(toggled(question({ max: 2 }), { ranked: ['b'], id: 'a' })).toEqual(['b', 'a'])
})

test('where all are ranked, the last follows by itself', () => {
  expect(toggled(question(), { ranked: ['b'], id: 'a' })).toEqual(['b', 'a', 'c'])
  expect(toggled(question({ min: 3 }), { ranked: ['b'], id: 'a' })).toEqual(['b', 'a', 'c'])
})

test('a kept draft counts only as far as the question still offers it', () => {
  expect(rankedOf(question(), ['c', 'gone', 7])).toEqual(['c'])
  expect(rankedOf(question(), 'c')).toEqual([])
})

test('moving a choice keeps the order of the others, wherever it goes', () => {
  const orders = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 })
  fc.assert(
    fc.property(orders, fc.nat(), fc.integer({ min: -3, max: 30 }), (order, pick, at) => {
      const id = order[pick % order.length] ?? ''
      const moved = movedTo(order, { id, at })
      const others = (ids: readonly string[]) => ids.filter((one) => one !== id)
      expect(others(moved)).toEqual(others(order))
      expect(moved.indexOf(id)).toBe(Math.max(0, Math.min(at, order.length - 1)))
    }),
  )
})
