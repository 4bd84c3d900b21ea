import fc from 'fast-check'
import { expect, test } from 'vitest'
import { begin, record, redo, settle, undo, type History } from './index.ts'

const recorded = (values: readonly number[]) =>
  values.reduce<History<number>>((history, value) => record(history, value), begin(0))

const times = <T>(count: number, step: (value: T) => T, start: T): T =>
  Array.from({ length: count }).reduce<T>((value) => step(value), start)

test('undo after a step is the state before it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.nat(), (values, next) => {
      const before = recorded(values)
      fc.pre(next !== before.present)
      const after = undo(record(before, next))
      expect(after.present).toBe(before.present)
      expect(after.past).toEqual(before.past)
    }),
  )
})

test('redo restores what undo took, however many steps', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 20 }), fc.nat(20), (values, count) => {
      const history = settle(recorded(values))
      const steps = Math.min(count, history.past.length)
      expect(times(steps, redo, times(steps, undo, history))).toEqual(history)
    }),
  )
})

test('consecutive typing on one field is one step', () => {
  const typed = ['d', 'de', 'demo'].reduce<History<string>>(
    (history, text) => record(history, text, 'title'),
    begin(''),
  )
  expect(undo(typed).present).toBe('')
})

test('typing on another field, or after a pause, is a step of its own', () => {
  const first = record(begin(''), 'a', 'title')
  expect(undo(record(first, 'ab', 'help')).present).toBe('a')
  expect(undo(record(settle(first), 'ab', 'title')).present).toBe('a')
})

test('typing right after an undo does not join the step that was undone', () => {
  const history = undo(record(record(begin('a'), 'b', 'x'), 'c', 'y'))
  expect(undo(record(history, 'd', 'x')).present).toBe('b')
})

test('a step forgets what could be redone, an empty one does not', () => {
  const undone = undo(recorded([1]))
  expect(record(undone, 2).future).toEqual([])
  expect(record(undone, undone.present)).toBe(undone)
})

test('at either end there is nothing to undo or redo', () => {
  const history = begin(1)
  expect(undo(history)).toBe(history)
  expect(redo(history)).toBe(history)
})
