import { ChevronDown } from 'lucide-preact'
import { Field, type FieldProps } from './Field.tsx'

export interface SelectProps<V extends string> extends Omit<FieldProps, 'children'> {
  /** An empty value with words of its own invites a choice: `{ value: '', label: 'Choose…' }`. */
  options: readonly { value: V; label: string }[]
  value: V
  onValue: (value: V) => void
  required?: boolean | undefined
  disabled?: boolean | undefined
}

/** The system's own list: it opens well on every phone. */
export const Select = <V extends string>({
  label,
  help,
  error,
  options,
  value,
  onValue,
  required = false,
  disabled = false,
}: SelectProps<V>) => {
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen)
    if (option !== undefined) onValue(option.value)
  }
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <div class="ui-select">
          <select
            {...control}
            required={required}
            disabled={disabled}
            class="ui-input"
            value={value}
            onInput={(event) => choose(event.currentTarget.value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden="true" />
        </div>
      )}
    </Field>
  )
}
