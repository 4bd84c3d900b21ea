import type { Lane } from '@bantam/schema'
import { Chip, type ShapeName } from '@bantam/ui'

const lanes: { readonly [L in Lane]: { shape: ShapeName; word: string } } = {
  sales: { shape: 'triangle', word: 'Sales' },
  prospecting: { shape: 'diamond', word: 'Prospecting' },
  nurture: { shape: 'circle', word: 'Nurture' },
  disqualified: { shape: 'dash', word: 'Disqualified' },
}

/** A lane by its shape, its word and its colour: never by colour alone. */
export const LaneMark = ({ lane }: { lane: Lane }) => (
  <Chip tone={lane} shape={lanes[lane].shape}>
    {lanes[lane].word}
  </Chip>
)
