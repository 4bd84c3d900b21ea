import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashOf } from './sha256.ts'
import { createSolver } from './solve.ts'

const withCounter = (start: Uint8Array, counter: number) => {
  const last = Buffer.alloc(4)
  last.writeUInt32BE(counter)
  return createHash('sha256').update(start).update(last).digest('hex')
}

test('a hash is what every other SHA-256 says', () => {
  const start = fc
    .integer({ min: 0, max: 12 })
    .chain((words) => fc.uint8Array({ minLength: 4 * words, maxLength: 4 * words }))
  fc.assert(
    fc.property(start, fc.nat(2 ** 32 - 1), (bytes, counter) => {
      const hash = hashOf(bytes)
      hash.last = counter
      const words = Array.from(hash.run(), (word) => (word >>> 0).toString(16).padStart(8, '0'))
      expect(words.join('')).toBe(withCounter(bytes, counter))
    }),
  )
})

test('the counter is found that the server chose, however the work is cut', () => {
  const [salt, nonce] = ['5a'.repeat(16), 'c3'.repeat(16)]
  const target = withCounter(Buffer.from(salt + nonce, 'hex'), 1000)
  const solve = createSolver({ salt, nonce, keyPrefix: target.slice(0, 32) })
  let rests = 0
  let solution
  while (!solution) {
    solution = solve(() => true)
    rests++
  }
  expect(solution).toEqual({ counter: 1000, derivedKey: target })
  expect(rests).toBeGreaterThan(1)
})
