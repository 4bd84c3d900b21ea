import { expect, test } from 'vitest'
import { confidenceWords, explanationOf, plain, signed } from './explanation.ts'

const line = (criterion: string, points: number, axis: 'fit' | 'intent' = 'fit') => ({
  criterion,
  axis,
  points,
  because: criterion,
})

test('the lines of an axis add up to its score exactly, where plain addition would not', () => {
  const [fit, intent] = explanationOf([
    line('baseline', 0.1),
    line('size', 0.2),
    line('role', 81.03),
    line('geography', -9.33),
    line('pricing', 33.33, 'intent'),
    line('demo', 66.67, 'intent'),
  ])
  expect(fit?.sum).toBe(72)
  expect(intent?.sum).toBe(100)
})

test('the starting point comes first, then what moved the score most', () => {
  const [fit] = explanationOf([
    line('little', 2),
    line('much', -30),
    line('nothing', 0),
    line('baseline', 5),
  ])
  expect(fit?.lines.map((one) => one.criterion)).toEqual(['baseline', 'much', 'little'])
})

test('points carry their sign and equal decimals', () => {
  expect([signed(12.5), signed(-3)]).toEqual(['+12.50', '−3.00'])
  expect([plain(82), plain(82.5), plain(82.129)]).toEqual(['82', '82.5', '82.13'])
})

test('coverage is said as confidence', () => {
  expect(confidenceWords(0.92)).toBe('High confidence: 92 % of what the model asks about is known')
  expect(confidenceWords(0.4)).toBe(
    'Low confidence: only 40 % of what the model asks about is known',
  )
})
