import { expect, test } from 'vitest'
import { initialsOf } from './Avatar.tsx'

test('initials are the first letters of the first and the last word, in any script', () => {
  expect(initialsOf('Ada King Lovelace')).toBe('AL')
  expect(initialsOf('عبد الهاشمي')).toBe('عا')
  expect(initialsOf('ada@example.com')).toBe('AC')
  expect(initialsOf('  ')).toBe('?')
})
