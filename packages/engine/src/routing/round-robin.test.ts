import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeTurn, type Contender } from './round-robin.ts'

const contender = (userId: string, weight: number): Contender => ({
  poolId: 'p',
  userId,
  weight,
  credit: 0,
})

const turns = (weights: readonly number[], count: number) => {
  let pool: readonly Contender[] = weights.map((weight, at) => contender(`u${at}`, weight))
  return Array.from({ length: count }, (_, now) => {
    pool = takeTurn(pool, now)
    return pool[0]?.userId
  })
}

test('a cycle of the weights gives everyone exactly their share, and then begins anew', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
      (weights) => {
        const cycle = weights.reduce((sum, weight) => sum + weight, 0)
        const chosen = turns(weights, 2 * cycle)
        for (const half of [chosen.slice(0, cycle), chosen.slice(cycle)])
          weights.forEach((weight, at) => {
            expect(half.filter((id) => id === `u${at}`)).toHaveLength(weight)
          })
      },
    ),
  )
})

test('turns are spread: nobody is ever a whole turn away from their share', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 }),
      (weights) => {
        const cycle = weights.reduce((sum, weight) => sum + weight, 0)
        const chosen = turns(weights, cycle)
        weights.forEach((weight, at) => {
          for (let taken = 1; taken <= cycle; taken++) {
            const own = chosen.slice(0, taken).filter((id) => id === `u${at}`).length
            expect(Math.abs(own - (taken * weight) / cycle)).toBeLessThanOrEqual(1)
          }
        })
      },
    ),
  )
  expect(turns([5, 1, 1], 7)).toEqual(['u0', 'u0', 'u1', 'u0', 'u2', 'u0', 'u0'])
})

test('ties go to the least recently assigned, then to the lower id', () => {
  const pool = [contender('b', 1), contender('a', 1), { ...contender('c', 1), lastAssignedAt: 5 }]
  expect(takeTurn(pool, 9)[0]).toMatchObject({ userId: 'a', credit: -2, lastAssignedAt: 9 })
  const assigned = pool.map((one, at) => ({ ...one, lastAssignedAt: [7, 8, 5][at] }))
  expect(takeTurn(assigned, 9)[0]?.userId).toBe('c')
})
