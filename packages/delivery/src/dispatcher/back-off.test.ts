import { expect, test } from 'vitest'
import { schedules, waitAfter } from './back-off.ts'

const hour = 3_600_000

test('a webhook is tried ten times over about three days, as Standard Webhooks asks', () => {
  const total = schedules.webhook.reduce((sum, wait) => sum + wait, 0)
  expect(schedules.webhook).toHaveLength(10)
  expect(total / hour).toBeCloseTo(75.58, 1)
})

test('waits are spread by a fifth to both sides', () => {
  const wait = (chance: number) => waitAfter('webhook', { tries: 2, after: undefined, chance })
  expect(wait(0)).toBe(240_000)
  expect(wait(0.5)).toBe(300_000)
  expect(wait(0.999)).toBeGreaterThan(359_000)
})

test('after the last try there is no wait', () => {
  expect(waitAfter('webhook', { tries: 9, after: undefined, chance: 0.5 })).toBe(24 * hour)
  expect(waitAfter('webhook', { tries: 10, after: undefined, chance: 0.5 })).toBeUndefined()
  expect(waitAfter('mail', { tries: 9, after: 1000, chance: 0.5 })).toBeUndefined()
})

test("a receiver's wish is kept between the schedule's wait and twice that, or an hour", () => {
  const wait = (tries: number, after: number) => waitAfter('webhook', { tries, after, chance: 0.9 })
  expect(wait(1, 1_000)).toBe(5_000)
  expect(wait(1, 120_000)).toBe(120_000)
  expect(wait(1, 10 * hour)).toBe(hour)
  expect(wait(5, 9 * hour)).toBe(9 * hour)
  expect(wait(5, 10_000 * hour)).toBe(10 * hour)
})
