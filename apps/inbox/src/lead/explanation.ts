import type { Score } from '@bantam/schema'

export interface AxisExplanation {
  axis: 'fit' | 'intent'
  /** Baseline first, then what moved the score most; lines worth nothing are left out. */
  lines: { criterion: string; because: string; points: number }[]
  /** What the lines add up to, exactly to the hundredth. */
  sum: number
}

/** The lines behind both readings of a score. */
export const explanationOf = (contributions: Score['contributions']): AxisExplanation[] =>
  (['fit', 'intent'] as const).map((axis) => {
    const lines = contributions.filter((line) => line.axis === axis && line.points !== 0)
    return {
      axis,
      lines: lines.toSorted(
        (a, b) =>
          Number(isBaseline(b)) - Number(isBaseline(a)) || Math.abs(b.points) - Math.abs(a.points),
      ),
      sum: lines.reduce((hundredths, line) => hundredths + Math.round(line.points * 100), 0) / 100,
    }
  })

/** "+12.50", "−3.00", with a true minus sign and equal decimals so that figures line up. */
export const signed = (points: number): string =>
  `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(2)}`

/** At most two decimals, none when whole. */
export const plain = (points: number): string => String(Math.round(points * 100) / 100)

/** Coverage, 0–1, as a person would say how sure the score is. */
export const confidenceWords = (coverage: number): string => {
  const share = `${Math.round(coverage * 100)} % of what the model asks about is known`
  return coverage >= 0.8
    ? `High confidence: ${share}`
    : coverage >= 0.5
      ? `Fair confidence: ${share}`
      : `Low confidence: only ${share}`
}

const isBaseline = ({ criterion }: { criterion: string }) => criterion === 'baseline'
