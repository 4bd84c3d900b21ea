import { expect, test } from 'vitest'
import { plain } from './plain.ts'
import { readNumber } from './read-number.ts'
import { readEmail, readPhone } from './read-text.ts'

test.each([
  ['１２０', '120'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['ｔａｒｏ＠example.co.jp', 'taro@example.co.jp'],
  ['Ann Müller, 5 km', 'Ann Müller, 5 km'],
])('%s is written %s', (text, written) => {
  expect(plain(text)).toBe(written)
})

test('numbers, phone numbers and addresses of every keyboard are read', () => {
  expect(readNumber('１２０')).toEqual({ kind: 'accepted', value: 120 })
  expect(readPhone({}, '０３－１２３４－５６７８', {})).toEqual({
    kind: 'accepted',
    value: '03-1234-5678',
  })
  expect(readPhone({}, '٠٥٠١٢٣٤٥٦٧', {})).toEqual({ kind: 'accepted', value: '0501234567' })
  expect(readPhone({}, '03‐1234‐5678', {}).kind).toBe('accepted')
  expect(readEmail({}, 'taro＠example.co.jp', {})).toEqual({
    kind: 'accepted',
    value: 'taro@example.co.jp',
  })
})
