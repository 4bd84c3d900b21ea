import {
  h,
  type LooseInputHTMLAttributes,
  type PartialInputHTMLAttributes,
  type Ref,
  type TextareaHTMLAttributes,
} from 'preact'
import { Field, type FieldProps } from './Field.tsx'

interface TextValue extends Omit<FieldProps, 'children'> {
  value: string
  onValue: (value: string) => void
}

type InputExtras = Omit<
  PartialInputHTMLAttributes<HTMLInputElement>,
  'label' | 'value' | 'onInput' | 'role' | 'type' | 'ref' | 'children' | 'list'
>

export interface TextFieldProps extends TextValue, InputExtras {
  type?: 'text' | 'email' | 'password' | 'url' | 'tel' | 'number' | 'date' | undefined
  inputRef?: Ref<HTMLInputElement> | undefined
}

export const TextField = ({
  label,
  help,
  error,
  value,
  onValue,
  type = 'text',
  inputRef,
  ...rest
}: TextFieldProps) => (
  <Field label={label} help={help} error={error}>
    {(control) =>
      // JSX types an input by one literal `type`; here it is any of those that hold a line of text.
      h<LooseInputHTMLAttributes, HTMLInputElement>('input', {
        ...rest,
        ...control,
        ref: inputRef ?? null,
        type,
        class: 'ui-input',
        value,
        onInput: (event) => onValue(event.currentTarget.value),
      })
    }
  </Field>
)

export interface TextAreaProps
  extends TextValue, Omit<TextareaHTMLAttributes, 'label' | 'value' | 'onInput'> {}

/** Grows with its text where the browser can. */
export const TextArea = ({ label, help, error, value, onValue, ...rest }: TextAreaProps) => (
  <Field label={label} help={help} error={error}>
    {(control) => (
      <textarea
        {...rest}
        {...control}
        class="ui-input"
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    )}
  </Field>
)
