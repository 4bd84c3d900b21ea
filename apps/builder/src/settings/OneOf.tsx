import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface OneOfProps<V extends string> {
  label: string
  help?: ComponentChildren
  options: readonly { readonly value: V; readonly label: string }[]
  value: V
  onValue: (value: V) => void
}

/** A few choices side by side, of which one holds. */
export const OneOf = <V extends string>({
  label,
  help,
  options,
  value,
  onValue,
}: OneOfProps<V>) => {
  const name = useId()
  return (
    <fieldset class="one-of" aria-describedby={help === undefined ? undefined : `${name}-help`}>
      <legend>{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onInput={() => onValue(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {help === undefined ? null : (
        <p class="ui-field-help" id={`${name}-help`}>
          {help}
        </p>
      )}
    </fieldset>
  )
}
