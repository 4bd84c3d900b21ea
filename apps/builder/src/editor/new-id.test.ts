import { expect, test } from 'vitest'
import { newId } from './new-id.ts'

test('is the words in kebab-case', () => {
  expect(newId('More than 1,000', [])).toBe('more-than-1-000')
  expect(newId('Café & Büro', [])).toBe('cafe-buro')
})

test('is numbered when it is taken', () => {
  expect(newId('Yes', ['yes', 'yes-2'])).toBe('yes-3')
})

test('is never empty nor too long', () => {
  expect(newId('???', [])).toBe('item')
  expect(newId('x'.repeat(500), ['x'.repeat(60)]).length).toBeLessThanOrEqual(100)
})
