import { TextArea, TextField } from '@bantam/ui'
import type { ComponentChildren } from 'preact'
import { complaintAbout, type TextName } from '../form/limits.ts'
import { useRefusable } from './use-refusable.ts'

export interface EditedTextProps {
  /** Which text of the document this is: its limits come from the schema. */
  name: TextName
  label: ComponentChildren
  value: string
  onEdit: (value: string) => void
  onSettled: () => void
  help?: string
  placeholder?: string
  isLong?: boolean
}

/**
 * A text of the form under the pen. Each letter that the schema takes reaches the document at once;
 * a text that it refuses stays in the field with the reason, and the document keeps the last good one.
 */
export const EditedText = ({
  name,
  value,
  onEdit,
  onSettled,
  isLong,
  ...rest
}: EditedTextProps) => {
  const refusable = useRefusable(value, { complain: (text) => complaintAbout(name, text), onEdit })
  const field = { ...rest, ...refusable, onBlur: onSettled }
  return isLong ? <TextArea {...field} rows={2} /> : <TextField {...field} autocomplete="off" />
}
