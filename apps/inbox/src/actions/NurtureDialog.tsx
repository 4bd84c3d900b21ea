import { Button, Dialog, Select, TextArea, TextField } from '@bantam/ui'
import { useState } from 'preact/hooks'
import { nameOf } from '../words.ts'
import type { DialogProps } from './Dialogs.tsx'

const labels = [
  { value: 'later', label: 'The time is not right' },
  { value: 'no-budget', label: 'No budget yet' },
  { value: 'still-learning', label: 'Still learning about the subject' },
  { value: 'wrong-contact', label: 'Right company, wrong contact' },
  { value: 'no-answer', label: 'No answer' },
] as const
type Label = (typeof labels)[number]['value']

/** Back to nurture with a label and, where it is known, the day to ask again. */
export const NurtureDialog = ({ lead, onDecide, onClose }: DialogProps) => {
  const [label, setLabel] = useState<Label>('later')
  const [returnOn, setReturnOn] = useState(inMonths(3))
  const [note, setNote] = useState('')
  return (
    <Dialog
      title={`Send ${nameOf(lead)} to nurture`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="nurture" tone="primary">
            Send to nurture
          </Button>
        </>
      }
    >
      <form
        id="nurture"
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          const words = [labels.find(({ value }) => value === label)?.label, note.trim()]
            .filter(Boolean)
            .join('. ')
          onDecide({ kind: 'recycled', note: words, ...(returnOn === '' ? {} : { returnOn }) })
        }}
      >
        <Select label="Why not now?" options={labels} value={label} onValue={setLabel} />
        <TextField
          label="Ask again on"
          type="date"
          help="Leave empty when there is no date."
          min={inMonths(0)}
          value={returnOn}
          onValue={setReturnOn}
        />
        <TextArea
          label="Note (optional)"
          rows={3}
          maxLength={2000}
          value={note}
          onValue={setNote}
        />
      </form>
    </Dialog>
  )
}

/** The day so many months from today, as a date field writes it. */
const inMonths = (months: number): string => {
  const day = new Date()
  day.setMonth(day.getMonth() + months)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
