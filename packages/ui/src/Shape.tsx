export type ShapeName =
  | 'triangle'
  | 'diamond'
  | 'circle'
  | 'dash'
  | 'check'
  | 'half'
  | 'cross'
  | 'ring'

/** A small filled sign beside a word, so that colour is never the only difference. */
export const Shape = ({ name }: { name: ShapeName }) => (
  <svg class="ui-shape" width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
    {drawings[name]}
  </svg>
)

const drawings = {
  triangle: <path d="M5 1.2 9.3 8.8H.7Z" fill="currentcolor" />,
  diamond: <path d="M5 .5 9.5 5 5 9.5.5 5Z" fill="currentcolor" />,
  circle: <circle cx="5" cy="5" r="4" fill="currentcolor" />,
  dash: <rect x="1" y="4" width="8" height="2" rx="1" fill="currentcolor" />,
  check: (
    <path
      d="m1.5 5.3 2.4 2.4 4.6-5.3"
      fill="none"
      stroke="currentcolor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  ),
  half: (
    <g stroke="currentcolor" fill="none">
      <circle cx="5" cy="5" r="3.8" stroke-width="1.4" />
      <path d="M5 1.2a3.8 3.8 0 0 1 0 7.6Z" fill="currentcolor" stroke="none" />
    </g>
  ),
  cross: (
    <path
      d="m2 2 6 6M8 2 2 8"
      fill="none"
      stroke="currentcolor"
      stroke-width="1.8"
      stroke-linecap="round"
    />
  ),
  ring: (
    <circle
      cx="5"
      cy="5"
      r="3.8"
      fill="none"
      stroke="currentcolor"
      stroke-width="1.4"
      stroke-dasharray="2 1.6"
    />
  ),
} as const
