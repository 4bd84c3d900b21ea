import { cleanup, render } from '@testing-library/preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Countdown, countdownState, countdownWords, durationWords } from './Countdown.tsx'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 2, 9) })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const shown = () => document.querySelector('time')

test('time left is said in its two largest units', () => {
  expect(countdownWords(2 * hour + 5 * minute)).toBe('2 h 5 min left')
  expect(countdownWords(45 * minute + 20 * second)).toBe('45 min left')
  expect(countdownWords(26 * hour)).toBe('1 d 2 h left')
})

test('the last five minutes are counted in seconds', () => {
  expect(countdownWords(4 * minute + 10 * second)).toBe('4 min 10 s left')
  expect(countdownWords(9 * second)).toBe('9 s left')
})

test('at zero it is due, after it it is late', () => {
  expect(countdownWords(0)).toBe('due now')
  expect(countdownWords(-30 * second)).toBe('30 s late')
  expect(countdownWords(-3 * minute - 40 * second)).toBe('3 min late')
  expect(countdownWords(-50 * hour)).toBe('2 d 2 h late')
})

test('a length without seconds is never less than a minute', () => {
  expect(durationWords(10 * second)).toBe('1 min')
})

test('it is calm until the warning, amber until due, then late', () => {
  const promise = { warn: 800, due: 1000 }
  expect([700, 800, 999, 1000].map((now) => countdownState({ ...promise, now }))).toEqual([
    'calm',
    'warning',
    'warning',
    'late',
  ])
})

test('near its end the words change each second', async () => {
  render(<Countdown due={Date.now() + 10 * second} warn={Date.now() + 8 * second} />)
  await act(() => void vi.advanceTimersByTime(3 * second))
  expect(shown()?.textContent).toBe('7 s left')
  expect(shown()?.dataset.state).toBe('calm')
  await act(() => void vi.advanceTimersByTime(5 * second))
  expect(shown()?.textContent).toBe('2 s left')
  expect(shown()?.dataset.state).toBe('warning')
  await act(() => void vi.advanceTimersByTime(4 * second))
  expect(shown()?.textContent).toBe('2 s late')
  expect(shown()?.dataset.state).toBe('late')
})

test('far from its end the words change four times a minute', async () => {
  render(<Countdown due={Date.now() + hour + 10 * second} warn={Date.now() + hour} />)
  await act(() => void vi.advanceTimersByTime(2 * second))
  expect(shown()?.textContent).toBe('1 h left')
  await act(() => void vi.advanceTimersByTime(11 * second))
  expect(shown()?.textContent).toBe('1 h left')
  await act(() => void vi.advanceTimersByTime(4 * second))
  expect(shown()?.textContent).toBe('59 min left')
})
