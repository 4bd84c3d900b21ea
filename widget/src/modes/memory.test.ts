import { expect, test } from 'vitest'
import { createMemoryStorage } from '../storage.ts'
import { openMemory } from './memory.ts'

/** A browser: what is kept for good, and per visit. */
const browser = () => {
  const kept = createMemoryStorage()
  let visit = createMemoryStorage()
  let time = 1_000_000_000_000
  return {
    open: () =>
      openMemory(
        'demo',
        (area) => (area === 'localStorage' ? kept : visit),
        () => time,
      ),
    leave: () => void (visit = createMemoryStorage()),
    wait: (days: number) => void (time += days * 86_400_000),
  }
}

test('a form opens by itself once per visit', () => {
  const { open, leave } = browser()
  open().noteOpenedByItself()
  expect(open().mayOpenByItself({})).toBe(false)
  leave()
  expect(open().mayOpenByItself({})).toBe(true)
})

test('closing it counts only where the website wants that, sending it always', () => {
  const { open } = browser()
  open().note('closed')
  expect(open().mayOpenByItself({})).toBe(true)
  expect(open().mayOpenByItself({ preventReopenOnClose: true })).toBe(false)
  open().note('sent')
  expect(open().mayOpenByItself({})).toBe(false)
})

test('an opening is remembered for as many days as are asked for', () => {
  const { open, wait } = browser()
  expect(open().isWithin('opened', 3)).toBe(false)
  open().note('opened')
  wait(2.9)
  expect(open().isWithin('opened', 3)).toBe(true)
  wait(0.2)
  expect(open().isWithin('opened', 3)).toBe(false)
})
