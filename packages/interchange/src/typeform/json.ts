export type Bag = Readonly<Record<string, unknown>>

/** An object that is no list; anything else reads as an empty one. */
export const bagOf = (value: unknown): Bag => (isBag(value) ? value : {})

export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list; anything else reads as an empty one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A text, or a number written out; anything else is absent. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : undefined

/** A finite number, or a text that writes one; anything else is absent. */
export const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
