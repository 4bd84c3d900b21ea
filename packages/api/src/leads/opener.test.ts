import { expect, test } from 'vitest'
import { openerFor } from './opener.ts'

const nothing = { name: '', company: '', need: undefined, timeline: undefined }

test('the opener uses the first name, the need and the time frame', () => {
  const known = {
    name: 'Ada Lovelace',
    company: 'Engines',
    need: 'Leads go cold',
    timeline: 'This quarter',
  }
  expect(openerFor(known)).toBe(
    'Hi Ada, you told us about “Leads go cold” at Engines, and you are looking at “This quarter”. What would have to be different in a few months for you to call it solved?',
  )
})

test('who told nothing is thanked', () => {
  expect(openerFor(nothing)).toBe(
    'Hello, thank you for writing to us. What made you look into this now?',
  )
})

test('a long answer is cut at a word', () => {
  const opener = openerFor({ ...nothing, need: 'word '.repeat(100) })
  expect(opener).toContain('word…”')
  expect(opener.length).toBeLessThan(260)
})
