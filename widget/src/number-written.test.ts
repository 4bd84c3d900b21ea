import { readAnswer } from '@bantam/engine'
import { expect, test } from 'vitest'
import { numberWritten } from './number-written.ts'

const read = (text: string, language: string, integer?: boolean) => {
  const question = { id: 'n', kind: 'number', title: 'How many?' } as const
  const reading = readAnswer(question, numberWritten(text, { language, integer }))
  return reading.kind === 'accepted' ? reading.value : reading.kind
}

test.each([
  ['en', '1,000', 1000],
  ['en', '1,000.50', 1000.5],
  ['en', '1.500', 1.5],
  ['en', '1,234,567', 1234567],
  ['en', '10,00,000', 1000000],
  ['en', '2,5', 2.5],
  ['en', '0.125', 0.125],
  ['en', '-25.5', -25.5],
  ['en', '.5', 0.5],
  ['de', '10.000', 10000],
  ['de', '1.500.000', 1500000],
  ['de', '10.000,50', 10000.5],
  ['de', '2,500', 2.5],
  ['de', '2,5', 2.5],
  ['de', '2.5', 2.5],
  ['de', '0.125', 0.125],
  ['es', '1.500', 1500],
  ['it', '1.500', 1500],
  ['nl', '1.500', 1500],
  ['pl', '10 000,5', 10000.5],
  ['fr', '10 000', 10000],
  ['pt-BR', '1.500', 1500],
  ['de-CH', '1’000.50', 1000.5],
  ['ja', '１２，０００', 12000],
  ['ar', '١٢٠', 120],
  ['not a tag', '1,234.5', 1234.5],
  ['ar', '١٬٢٣٤٫٥', 1234.5],
])('in %s %s is %d', (language, text, number) => {
  expect(read(text, language)).toBe(number)
})

test('where there are no decimals, a sign before three digits parts thousands in every language', () => {
  for (const language of ['en', 'de', 'fr'])
    for (const text of ['10.000', '10,000']) expect(read(text, language, true)).toBe(10_000)
})

test.each(['1.2.3', '12,34.5', '1,2,3', 'ten', '5 €', '1.000,5.3', '--1', '1,00.000'])(
  '%s is no number',
  (text) => {
    for (const language of ['en', 'de']) expect(read(text, language)).toBe('refused')
  },
)

test('nothing is nothing', () => {
  expect(read('  ', 'de')).toBe('empty')
})
