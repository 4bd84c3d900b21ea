/** A pool member's standing; `lastAssignedAt` in epoch milliseconds. */
export interface Credit {
  readonly poolId: string
  readonly userId: string
  readonly credit: number
  readonly lastAssignedAt?: number | undefined
}

export interface Contender extends Credit {
  readonly weight: number
}

/**
 * Smooth weighted round robin, as nginx balances upstreams: everyone gains their weight, the
 * highest is taken and pays the sum of all weights. Ties go to the least recently assigned, then
 * to the lower id. Returns the contenders after it, the chosen one first.
 */
export const takeTurn = (contenders: readonly Contender[], now: number): readonly Contender[] => {
  const raised = contenders
    .map((one) => ({ ...one, credit: one.credit + one.weight }))
    .sort(
      (a, b) =>
        b.credit - a.credit ||
        (a.lastAssignedAt ?? -Infinity) - (b.lastAssignedAt ?? -Infinity) ||
        (a.userId < b.userId ? -1 : 1),
    )
  const [chosen, ...others] = raised
  if (!chosen) return []
  const sum = contenders.reduce((total, { weight }) => total + weight, 0)
  return [{ ...chosen, credit: chosen.credit - sum, lastAssignedAt: now }, ...others]
}
