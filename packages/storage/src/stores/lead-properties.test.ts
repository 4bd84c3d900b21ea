import { expect, test } from 'vitest'
import { packed, unpacked } from './lead-properties.ts'

const first = { submissionId: 's1', at: '2026-11-01T09:00:00.000Z' }
const second = { submissionId: 's2', at: '2026-11-20T09:00:00.000Z' }
const properties = {
  role: { value: 'director', questionId: 'role', ...second },
  email: { value: 'ann@example.com', questionId: 'contact', part: 'email', ...first },
  need: { value: ['speed', 'price'], questionId: 'need', ...first },
  size: { value: 0, questionId: 'size', ...second },
}

test('what is packed comes back as it was, in its order', () => {
  const stored = JSON.parse(JSON.stringify(packed(properties)))
  expect(unpacked(stored)).toEqual(properties)
  expect(Object.keys(unpacked(stored))).toEqual(Object.keys(properties))
})

test('a source stands once, however many properties it said', () => {
  expect(packed(properties).sources).toEqual([
    ['s2', second.at],
    ['s1', first.at],
  ])
})

test('what was written before it was packed is read as well', () => {
  expect(unpacked({ properties })).toEqual(properties)
})

test('a property may have any name', () => {
  const odd = JSON.parse(`{"__proto__": ${JSON.stringify(properties.role)}}`)
  expect(Object.keys(unpacked(JSON.parse(JSON.stringify(packed(odd)))))).toEqual(['__proto__'])
})
