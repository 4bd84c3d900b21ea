import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** What a control inside a field must carry to be named and described. */
export interface FieldControl {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean
}

export interface FieldProps {
  label: ComponentChildren
  help?: ComponentChildren
  /** Says what is wrong and what would be right; the control reads as invalid while it is there. */
  error?: string | undefined
  children: (control: FieldControl) => ComponentChildren
}

/** A label, a control, and what to know about it, tied together for every reader. */
export const Field = ({ label, help, error, children }: FieldProps) => {
  const id = useId()
  const described = [
    help === undefined ? '' : `${id}-help`,
    error === undefined ? '' : `${id}-error`,
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <div class="ui-field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error !== undefined,
      })}
      {help === undefined ? null : (
        <p class="ui-field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error === undefined ? null : (
        <p class="ui-field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
