/** @jsxRuntime automatic @jsxImportSource preact */
import { Rows, small } from './Letter.tsx'
import { painted } from './palette.ts'
import { signed, type Reason } from './lead-mail.ts'

/** One axis: its number, a bar made of two cells, and the reasons that weighed most. */
export const ScoreBar = ({
  axis,
  value,
  reasons,
}: {
  axis: 'fit' | 'intent'
  value: number
  reasons: readonly Reason[]
}) => {
  const percent = Math.round(Math.min(100, Math.max(0, value)))
  return (
    <>
      <Rows>
        <tr>
          <td {...painted('ink', { ...small, 'font-weight': '600', width: '56px' })}>
            {names[axis]}
          </td>
          <td>
            <Rows style={{ 'border-radius': '4px', overflow: 'hidden' }}>
              <tr>
                {percent > 0 && <Cell tone={axis} width={percent} />}
                {percent < 100 && <Cell tone="track" width={100 - percent} />}
              </tr>
            </Rows>
          </td>
          <td
            {...painted('ink', {
              ...small,
              'font-weight': '600',
              width: '40px',
              'text-align': 'right',
              ...figures,
            })}
          >
            {percent}
          </td>
        </tr>
      </Rows>
      <Rows style={{ padding: '4px 0 0' }}>
        {reasons.map((reason) => (
          <tr key={reason.because}>
            <td
              {...painted('soft', { ...small, width: '56px', 'vertical-align': 'top', ...figures })}
            >
              {signed(reason.points)}
            </td>
            <td {...painted('soft', { ...small, 'overflow-wrap': 'anywhere' })}>
              {reason.because}
            </td>
          </tr>
        ))}
      </Rows>
    </>
  )
}

const names = { fit: 'Fit', intent: 'Intent' } as const

const figures = { 'font-variant-numeric': 'tabular-nums' } as const

const Cell = ({ tone, width }: { tone: 'fit' | 'intent' | 'track'; width: number }) => (
  <td
    width={`${width}%`}
    {...painted(tone, { height: '8px', 'font-size': '0', 'line-height': '0' })}
  >
    &nbsp;
  </td>
)
