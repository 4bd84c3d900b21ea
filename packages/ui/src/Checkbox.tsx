import type { ComponentChildren } from 'preact'

export interface CheckboxProps {
  label: ComponentChildren
  help?: ComponentChildren
  isChecked: boolean
  onChecked: (isChecked: boolean) => void
  disabled?: boolean | undefined
}

export const Checkbox = ({
  label,
  help,
  isChecked,
  onChecked,
  disabled = false,
}: CheckboxProps) => (
  <label class="ui-check">
    <input
      type="checkbox"
      checked={isChecked}
      disabled={disabled}
      onInput={(event) => onChecked(event.currentTarget.checked)}
    />
    <span>
      {label}
      {help === undefined ? null : <small>{help}</small>}
    </span>
  </label>
)
