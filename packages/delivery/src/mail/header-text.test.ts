import { expect, test } from 'vitest'
import { headerText } from './header-text.ts'

test('line breaks, controls and direction marks become spaces', () => {
  expect(headerText('Bob\r\nBcc: victim@example.com')).toBe('Bob Bcc: victim@example.com')
  expect(headerText('a\u2028b\u0000c\u202ed\ud800e\t f')).toBe('a b c d e f')
})

test('ordinary names of all scripts stay as they are', () => {
  for (const name of ['Zoë O’Brien', '山田太郎', 'مريم', 'می‌خواهم', '👩‍🚀 Ada'])
    expect(headerText(name)).toBe(name)
})

test('long text is shortened at a word and never inside a character', () => {
  expect(headerText('one two three four', 12)).toBe('one two…')
  expect(headerText('👩‍🚀'.repeat(5), 3)).toBe('👩‍🚀👩‍🚀…')
  expect(headerText('x'.repeat(200))).toHaveLength(120)
})
