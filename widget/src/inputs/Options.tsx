import { picksOf } from './picks.ts'
import type { InputProps } from './input.ts'

/** Rows to pick from, one (radio) or several (checkbox); a pick of one by pointer goes on by itself. */
export const Options = (props: InputProps) => {
  const { question, change, pick, labels } = props
  const picks = picksOf(question, props)
  const isMany = question.kind === 'multiple-choice'
  const { 'aria-labelledby': labelledBy, 'aria-describedby': describedBy } = labels
  const group = isMany ? { 'aria-labelledby': labelledBy, 'aria-describedby': describedBy } : labels
  return (
    <>
      <div
        class={`options ${question.kind}`}
        data-many={picks.length > 5}
        role={isMany ? 'group' : 'radiogroup'}
        {...group}
      >
        {picks.map((one) => (
          <label
            key={one.id}
            class="row"
            onClick={({ detail }) => {
              // A click made by the keyboard, as arrows do in a radio group, counts no presses.
              if (!isMany && detail > 0 && !one.isOther) pick(one.draft)
            }}
          >
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={question.id}
              value={one.id}
              checked={one.isPicked}
              onChange={() => change(one.draft)}
            />
            <kbd aria-hidden="true">{one.key}</kbd>
            <span>{one.label}</span>
          </label>
        ))}
      </div>
      {props.other?.(props)}
    </>
  )
}
