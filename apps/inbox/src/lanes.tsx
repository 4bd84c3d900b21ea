import type { Lane } from '@bantam/schema'
import { Chip, type ShapeName } from '@bantam/ui'

export const lanes: { readonly [L in Lane]: { shape: ShapeName; word: string } } = {
  sales: { shape: 'triangle', word: 'Sales now' },
  prospecting: { shape: 'diamond', word: 'Prospecting' },
  nurture: { shape: 'circle', word: 'Nurture' },
  disqualified: { shape: 'dash', word: 'Disqualified' },
}

export const LaneChip = ({ lane, isBare = false }: { lane: Lane; isBare?: boolean }) => (
  <Chip tone={lane} shape={lanes[lane].shape} isBare={isBare}>
    {lanes[lane].word}
  </Chip>
)
