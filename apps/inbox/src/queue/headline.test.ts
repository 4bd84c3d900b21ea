import { expect, test } from 'vitest'
import { leadItem } from '../lead-for-test.ts'
import { headline } from './headline.ts'

const now = Date.parse('2026-11-02T09:04:30.000Z')
const waiting = leadItem({ id: 'waiting', routedAt: '2026-11-02T09:00:00.000Z' })
const newer = leadItem({ id: 'newer', routedAt: '2026-11-02T09:03:00.000Z' })
const claimed = leadItem({ id: 'claimed', claimedAt: '2026-11-02T09:01:00.000Z' })
const nurtured = leadItem({ id: 'nurtured', lane: 'nurture' })

test('the queue is said in one line: how many wait and how long the oldest has', () => {
  expect(headline([waiting, newer, claimed, nurtured], { now, isWhole: true })).toBe(
    '2 leads waiting, oldest 4 min',
  )
  expect(headline([newer], { now, isWhole: true })).toBe('1 lead waiting, oldest 1 min')
})

test('while more is to be loaded the number is a lower bound and no oldest is claimed', () => {
  expect(headline([waiting, newer], { now, isWhole: false })).toBe('2+ leads waiting')
})

test('claimed leads and leads outside the sales lane wait for nobody', () => {
  expect(headline([claimed, nurtured], { now, isWhole: true })).toBe('Nobody is waiting')
})
