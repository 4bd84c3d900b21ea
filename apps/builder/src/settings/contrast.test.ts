import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inkOn, longHex } from './contrast.ts'

test('text on a brand colour is readable whatever the colour', () => {
  const aColour = fc
    .integer({ min: 0, max: 0xff_ff_ff })
    .map((number) => `#${number.toString(16).padStart(6, '0')}`)
  fc.assert(
    fc.property(aColour, (colour) => {
      expect(inkOn(colour).ratio).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('black and white are read best on each other', () => {
  expect(inkOn('#fff')).toEqual({ ink: 'black', ratio: 21 })
  expect(inkOn('#000000')).toEqual({ ink: 'white', ratio: 21 })
})

test('a short colour is the long one', () => {
  expect(longHex('#c41')).toBe('#cc4411')
  expect(longHex('#CC4411')).toBe('#CC4411')
})
