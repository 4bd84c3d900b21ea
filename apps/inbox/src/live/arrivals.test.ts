import { expect, test } from 'vitest'
import { leadItem } from '../lead-for-test.ts'
import { announcement, arrive, markSeen, titleWords, unseen } from './arrivals.ts'

test('a lead for sales is counted in the title until it is looked at', () => {
  arrive(leadItem({ id: 'ada', name: 'Ada', lane: 'sales' }))
  expect(titleWords(unseen.value.size)).toBe('(1) Inbox · Bantam')
  expect(announcement.value).toContain('Ada')
  markSeen('ada')
  expect(titleWords(unseen.value.size)).toBe('Inbox · Bantam')
})

test('what goes to nurture or to nobody calls no one', () => {
  announcement.value = ''
  for (const lane of ['nurture', 'disqualified'] as const)
    arrive(leadItem({ id: lane, lane, isActive: false }))
  expect([unseen.value.size, announcement.value]).toEqual([0, ''])
})
