export interface BarsProps {
  /** Exactly two readings on 0–100; two lengths compare at a glance where one dial would hide which is low. */
  first: { label: string; value: number }
  second: { label: string; value: number }
  /** `line` is for rows of a list: bars only, the numbers stand beside them. */
  size?: 'line' | 'full' | undefined
}

export const Bars = ({ first, second, size = 'full' }: BarsProps) => (
  <div
    class="ui-bars"
    data-size={size}
    role="img"
    aria-label={`${first.label} ${first.value}, ${second.label} ${second.value} of 100`}
  >
    {[first, second].map((reading) => (
      <div key={reading.label} class="ui-bar" aria-hidden="true">
        {size === 'full' ? <span>{reading.label}</span> : null}
        <div class="ui-bar-track">
          <div
            class="ui-bar-fill"
            style={{ inlineSize: `${Math.max(0, Math.min(100, reading.value))}%` }}
          />
        </div>
        {size === 'full' ? <b>{reading.value}</b> : null}
      </div>
    ))}
  </div>
)
