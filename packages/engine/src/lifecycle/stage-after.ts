import type { Score, Stage } from '@bantam/schema'

/**
 * The stage a lead is in after a score. The lane decides nurture and disqualified, the total makes
 * an MQL (at `mql`, the model's threshold, 50 unless given). What sales has taken over stays theirs,
 * and an MQL does not fall back to inquiry by a score alone.
 */
export const stageAfter = (
  { lane, total, mql = 50 }: Pick<Score, 'lane' | 'total'> & { readonly mql?: number | undefined },
  previous?: Stage | undefined,
): Stage => {
  if (previous && ofSales.has(previous)) return previous
  if (lane === 'nurture' || lane === 'disqualified') return lane
  return total >= mql || previous === 'mql' ? 'mql' : 'inquiry'
}

const ofSales: ReadonlySet<Stage> = new Set<Stage>(['sal', 'sql', 'opportunity', 'won'])
