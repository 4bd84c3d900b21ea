import { expect, test } from 'vitest'
import { completionOf, timeSince } from './figures.ts'

const now = Date.parse('2026-11-22T12:00:00Z')

test('completion is the share of starts that became submissions', () => {
  expect(completionOf({ starts: 6120, submissions: 3421 })).toBe(56)
})

test('completion is unknown while nobody has started, and never above all', () => {
  expect(completionOf({ starts: 0, submissions: 0 })).toBeUndefined()
  expect(completionOf({ starts: 2, submissions: 3 })).toBe(100)
})

test.each([
  ['2026-11-22T11:59:40Z', 'just now'],
  ['2026-11-22T12:00:30Z', 'just now'],
  ['2026-11-22T11:56:00Z', '4 min. ago'],
  ['2026-11-22T09:30:00Z', '2 hr. ago'],
  ['2026-11-21T09:30:00Z', 'yesterday'],
  ['2026-10-23T12:00:00Z', 'Oct 23, 2026'],
])('%s is %s', (instant, words) => {
  expect(timeSince(instant, now)).toBe(words)
})
