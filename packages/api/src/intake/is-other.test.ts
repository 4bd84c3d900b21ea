import type { AnswerValue } from '@bantam/schema'
import { expect, test } from 'vitest'
import { isOther } from './is-other.ts'

const answer = (questionId: string, value: AnswerValue, more: { knownSince?: string } = {}) => ({
  questionId,
  title: `${questionId}?`,
  value,
  display: String(value),
  ...more,
})
const earlier = [answer('name', 'Ana'), answer('where', { city: 'Rome', street: 'Via Appia' })]

test('the same answers are the same, however they read and whatever the order of their parts', () => {
  const again = [
    { ...answer('name', 'Ana'), title: 'Nome?', display: 'ANA' },
    answer('where', { street: 'Via Appia', city: 'Rome' }),
  ]
  expect(isOther(again, earlier)).toBe(false)
})

test('what was known without being said makes no difference', () => {
  const known = answer('role', 'director', { knownSince: '2026-03-02T10:00:00.000Z' })
  expect(isOther([known, ...earlier], earlier)).toBe(false)
  expect(isOther([answer('role', 'director'), ...earlier], earlier)).toBe(true)
})

test.each([
  ['another value', [answer('name', 'Bo'), ...earlier.slice(1)]],
  ['another part', [...earlier.slice(0, 1), answer('where', { city: 'Rome' })]],
  ['another question', [answer('nickname', 'Ana'), ...earlier.slice(1)]],
  ['one more', [...earlier, answer('team', 3)]],
  ['one less', earlier.slice(0, 1)],
  ['another order', earlier.toReversed()],
])('%s is other', (_, answers) => {
  expect(isOther(answers, earlier)).toBe(true)
})
