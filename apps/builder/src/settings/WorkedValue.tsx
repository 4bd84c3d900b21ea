import type { Calculation } from '@bantam/schema'
import { TextField } from '@bantam/ui'
import { useRefusable } from '../editor/use-refusable.ts'

interface WorkedValueProps {
  label: string
  type: Calculation['type']
  value: number | string
  onValue: (value: number | string) => void
  onSettled: () => void
}

/** A number or a text that is worked with. What is no number stays in the field, with the reason. */
export const WorkedValue = ({ label, type, value, onValue, onSettled }: WorkedValueProps) => {
  const isNumber = type === 'number'
  const refusable = useRefusable(`${value}`, {
    complain: (text) =>
      isNumber && (text.trim() === '' || !Number.isFinite(Number(text)))
        ? 'Write a number.'
        : undefined,
    onEdit: (text) => onValue(isNumber ? Number(text) : text),
  })
  return (
    <TextField
      {...refusable}
      label={label}
      inputMode={isNumber ? 'decimal' : undefined}
      autocomplete="off"
      onBlur={onSettled}
    />
  )
}
