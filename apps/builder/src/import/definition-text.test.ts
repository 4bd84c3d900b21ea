import { expect, test } from 'vitest'
import { mostBytes, readText } from './definition-text.ts'

test('JSON is read', () => {
  expect(readText('{"pages": []}', 'a.json')).toEqual({ kind: 'read', document: { pages: [] } })
})

test.each([
  ['', 'a.json is empty'],
  ['  \n', 'a.json is empty'],
  ['{"pages": [', 'a.json is not JSON'],
  [`"${'x'.repeat(mostBytes)}"`, 'a.json is too large'],
])('what cannot be read is refused in words', (text, title) => {
  expect(readText(text, 'a.json')).toMatchObject({
    kind: 'refused',
    title,
    text: expect.stringMatching(/./),
  })
})
