import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isPattern, matches } from './pattern.ts'

test('a pattern is held against the whole text', () => {
  expect(matches('[A-Z]{2}\\d+', 'AB12')).toBe(true)
  expect(matches('[A-Z]{2}\\d+', 'AB12 ')).toBe(false)
  expect(matches('\\p{L}+', 'Grüße')).toBe(true)
})

test('what is no pattern of RE2 is told, and refuses nobody', () => {
  for (const text of ['(?=a)a', '(a)\\1', '(', '[z-a]', 'a{1001}', '(?:(?:.?){40}){40}']) {
    expect(isPattern(text)).toBe(false)
    expect(matches(text, 'anything')).toBe(true)
  }
  expect(isPattern('\\d{5}')).toBe(true)
})

/** Texts that make a backtracking engine take longer than anybody waits. */
const hostile: readonly (readonly [pattern: string, text: string])[] = [
  ['^(a+)+$', `${'a'.repeat(9_000)}!`],
  ['(x+x+)+y', 'x'.repeat(9_000)],
  ['(.*)*=', 'a'.repeat(9_000)],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(9_000)],
  ['(?:.?){480}', 'x'.repeat(9_000)],
  ['\\s+$', `${' '.repeat(9_000)}x`],
]

test.each(hostile)('%s is judged in a moment', (pattern, text) => {
  expect(isPattern(pattern)).toBe(true)
  const start = performance.now()
  matches(pattern, text)
  expect(performance.now() - start).toBeLessThan(1000)
})

const collection = new URL('../../../../../shared/data/hostile/redos.json', import.meta.url)

test.runIf(existsSync(collection))('every hostile pattern is refused or judged in a moment', () => {
  const patterns: readonly { re: string }[] = JSON.parse(readFileSync(collection, 'utf8'))
  const texts = ['a', 'x', ' ', 'a@', 'aA1-_.'].flatMap((part) => [
    part.repeat(1000),
    `${part.repeat(1000)}!`,
  ])
  for (const { re } of patterns) {
    const start = performance.now()
    const isUsed = isPattern(re)
    for (const text of texts) matches(re, text)
    expect(performance.now() - start).toBeLessThan(2000)
    if (re.includes('(?=') || re.includes('\\1')) expect(isUsed).toBe(false)
  }
})
