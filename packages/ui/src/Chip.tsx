import type { ComponentChildren } from 'preact'
import { Shape, type ShapeName } from './Shape.tsx'

export type ChipTone =
  | 'neutral'
  | 'sales'
  | 'prospecting'
  | 'nurture'
  | 'disqualified'
  | 'good'
  | 'warning'
  | 'danger'

export interface ChipProps {
  tone?: ChipTone | undefined
  shape?: ShapeName | undefined
  /** Drops the frame: for dense rows. */
  isBare?: boolean | undefined
  title?: string | undefined
  children: ComponentChildren
}

/** A word with its colour and its shape. The word is the caller's. */
export const Chip = ({ tone = 'neutral', shape, isBare = false, title, children }: ChipProps) => (
  <span class="ui-chip" data-tone={tone} data-bare={isBare} title={title}>
    {shape === undefined ? null : <Shape name={shape} />}
    {children}
  </span>
)
