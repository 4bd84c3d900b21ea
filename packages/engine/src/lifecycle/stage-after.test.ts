import { expect, test } from 'vitest'
import { stageAfter } from './stage-after.ts'

test('the lane decides nurture and disqualified, the total makes an MQL', () => {
  expect(stageAfter({ lane: 'sales', total: 50 })).toBe('mql')
  expect(stageAfter({ lane: 'prospecting', total: 49.99 })).toBe('inquiry')
  expect(stageAfter({ lane: 'prospecting', total: 45, mql: 40 })).toBe('mql')
  expect(stageAfter({ lane: 'nurture', total: 60 })).toBe('nurture')
  expect(stageAfter({ lane: 'disqualified', total: 60 }, 'mql')).toBe('disqualified')
})

test('a score never takes a lead away from sales, nor an MQL back to inquiry', () => {
  for (const stage of ['sal', 'sql', 'opportunity', 'won'] as const)
    expect(stageAfter({ lane: 'nurture', total: 0 }, stage)).toBe(stage)
  expect(stageAfter({ lane: 'prospecting', total: 10 }, 'mql')).toBe('mql')
})
