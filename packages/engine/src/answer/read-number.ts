import { plain } from './plain.ts'
import { accepted, empty, outside, refused, type Reading } from './reading.ts'

interface Bounds {
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly integer?: boolean | undefined
}

/** Reads a finite number, or the text that an input wrote for it. */
export const readNumber = (raw: unknown, bounds: Bounds = {}): Reading => {
  const text = typeof raw === 'string' && raw.length < 40 ? plain(raw).trim() : undefined
  if (text === '') return empty
  const isWritten = text !== undefined && /^[+-]?\d*\.?\d+$/.test(text)
  const number = isWritten ? Number(text) : raw
  if (typeof number !== 'number' || !Number.isFinite(number)) return refused('not-a-number')
  if (bounds.integer && !Number.isInteger(number)) return refused('not-an-integer')
  const { min = number, max = number } = bounds
  return number < min || number > max ? outside(bounds) : accepted(number)
}
