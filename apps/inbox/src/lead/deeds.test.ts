import { expect, test } from 'vitest'
import { leadItem } from '../lead-for-test.ts'
import { deedsFor } from './ActionBar.tsx'
import { contactWords } from './LeadClock.tsx'

const rita = { id: 'rita', role: 'rep' } as const

test('an unclaimed lead is claimed first, whoever was assigned', () => {
  expect(deedsFor(leadItem({ id: 'new' }), rita)[0]).toBe('claim')
})

test('what is done is not offered again', () => {
  const accepted = leadItem({
    id: 'a',
    stage: 'sal',
    claimedAt: '2026-11-02T09:00:00Z',
    touchedAt: '2026-11-02T09:01:00Z',
  })
  expect(deedsFor(accepted, rita)).toEqual(['convert', 'nurture', 'reject'])
})

test('a lead that somebody else claimed is not claimed again', () => {
  const theirs = leadItem({
    id: 'b',
    owner: { id: 'sam', name: 'Sam' },
    claimedAt: '2026-11-02T09:00:00Z',
  })
  expect(deedsFor(theirs, rita)).not.toContain('claim')
})

test('marketers read and do not act', () => {
  expect(deedsFor(leadItem({ id: 'c' }), { id: 'max', role: 'marketer' })).toEqual([])
})

test('a kept promise says how fast it was, a broken one how late', () => {
  const sla = { startedAt: '2026-11-02T09:00:00Z', firstTouchDue: '2026-11-02T09:05:00Z' }
  expect(contactWords(sla, '2026-11-02T09:03:00Z')).toBe('Contacted in 3 min')
  expect(contactWords(sla, '2026-11-02T09:25:00Z')).toBe('Contacted 20 min late')
  expect(contactWords(sla, '2026-11-02T09:00:04Z')).toBe('Contacted in 4 s')
  expect(contactWords(sla, '2026-11-02T09:05:02.100Z')).toBe('Contacted 3 s late')
})
