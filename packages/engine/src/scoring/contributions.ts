import type { Contribution } from '@bantam/schema'
import type { LeadFacts } from '../condition/facts.ts'
import { wordsOf, type Line } from './line.ts'
import type { Axis } from './compile-model.ts'

/**
 * Adds the lines of an axis to `contributions`, rounded to hundredths by largest remainder: all
 * are rounded down, then those that lost most get one more, so that they add up to `total` exactly.
 */
export const addContributions = (
  contributions: Contribution[],
  {
    axis,
    lines,
    total,
    facts,
  }: {
    readonly axis: Axis
    readonly lines: readonly Line[]
    readonly total: number
    readonly facts: LeadFacts
  },
): void => {
  let missing = total
  for (const { whole } of lines) missing -= whole
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const isRaised = missing > 0 && rankOf(lines, at) < missing
    contributions.push({
      criterion: line.criterion,
      axis,
      points: (isRaised ? line.whole + 1 : line.whole) / 100,
      because: wordsOf(line, facts),
    })
  }
}

/** How many lines lost more than this one; of equals, the earlier ones count as more. */
const rankOf = (lines: readonly Line[], place: number): number => {
  const own = (lines[place] as Line).remainder
  let rank = 0
  for (let at = 0; at < lines.length; at++) {
    const { remainder } = lines[at] as Line
    if (remainder > own || (remainder === own && at < place)) rank++
  }
  return rank
}
