/**
 * Many conversations at once: per slot, as bits, the classes of values that it may hold, and any of
 * them together with any of the others. An empty slot is no conversation at all.
 */
export type Box = readonly number[]

/** Boxes kept apart at one place; beyond it the most alike become one, which loses only detail. */
const MOST_BOXES = 12

/** A union of boxes, grown in place. Boxes that a single slot tells apart are one. */
export const unite = (boxes: Box[], added: Box): void => {
  let box = added
  for (let at = 0; at < boxes.length;) {
    const other = boxes[at] as Box
    const differing = apart(box, other)
    if (differing === 'within') return
    if (differing === 'around' || differing === 1) {
      if (differing === 1) box = hull(box, other)
      boxes.splice(at, 1)
      at = 0
    } else at++
  }
  boxes.push(box)
  if (boxes.length > MOST_BOXES) joinMostAlike(boxes)
}

/** Whether a box is `within` the other, lies `around` it, or in how many dimensions they differ. */
const apart = (box: Box, other: Box): number | 'within' | 'around' => {
  let count = 0
  let isWithin = true
  let isAround = true
  for (let at = 0; at < box.length; at++) {
    const one = box[at] as number
    const two = other[at] as number
    if (one === two) continue
    count++
    isWithin &&= (one & ~two) === 0
    isAround &&= (two & ~one) === 0
    if (count > 1 && !isWithin && !isAround) return count
  }
  if (isWithin) return 'within'
  return isAround ? 'around' : count
}

const hull = (box: Box, other: Box): Box => box.map((mask, at) => mask | (other[at] as number))

const joinMostAlike = (boxes: Box[]): void => {
  const last = boxes.pop() as Box
  let best = 0
  let fewest = Infinity
  for (const [at, box] of boxes.entries()) {
    let differing = 0
    for (const [slot, mask] of box.entries()) if (mask !== last[slot]) differing++
    if (differing < fewest) [best, fewest] = [at, differing]
  }
  const joined = hull(boxes[best] as Box, last)
  boxes.splice(best, 1)
  unite(boxes, joined)
}

/** The box with one slot narrowed to the mask; undefined when nothing is left. */
export const narrowed = (
  box: Box,
  { slot, mask }: { readonly slot: number; readonly mask: number },
): Box | undefined => {
  const before = box[slot] as number
  const left = before & mask
  if (left === before) return box
  return left === 0 ? undefined : box.with(slot, left)
}
