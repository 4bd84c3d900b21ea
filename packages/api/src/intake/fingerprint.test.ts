import { expect, test } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'

test('the order of keys does not matter, that of lists does', () => {
  const one = { version: 1, answers: [{ questionId: 'a', value: { z: 1, b: [2, 3] } }] }
  const same = { answers: [{ value: { b: [2, 3], z: 1 }, questionId: 'a' }], version: 1 }
  const other = { answers: [{ value: { b: [3, 2], z: 1 }, questionId: 'a' }], version: 1 }
  expect(fingerprintOf(same)).toBe(fingerprintOf(one))
  expect(fingerprintOf(other)).not.toBe(fingerprintOf(one))
  expect(Object.keys(one)).toEqual(['version', 'answers'])
})

test('each part of a body is looked at a few times, however deep it lies', () => {
  let looks = 0
  const around = (part: object): object => ({
    get a() {
      looks++
      return part
    },
  })
  let body: object = { b: 1, a: 2 }
  for (let depth = 0; depth < 15; depth++) body = around(body)
  fingerprintOf(body)
  expect(looks).toBeLessThan(5 * 15)
})
