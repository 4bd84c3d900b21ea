/** Both ends included. */
export interface Range {
  readonly lowest: number
  readonly highest: number
}

export const nothing: Range = { lowest: 0, highest: 0 }

export const add = (one: Range, other: Range): Range => ({
  lowest: one.lowest + other.lowest,
  highest: one.highest + other.highest,
})

/** The narrowest range that holds both. */
export const hull = (one: Range, other: Range): Range => ({
  lowest: Math.min(one.lowest, other.lowest),
  highest: Math.max(one.highest, other.highest),
})
