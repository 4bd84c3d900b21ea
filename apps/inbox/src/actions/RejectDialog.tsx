import { Button, Dialog, Select, TextArea } from '@bantam/ui'
import { useState } from 'preact/hooks'
import { isRejectionReason, nameOf, rejectionReasons } from '../words.ts'
import type { DialogProps } from './Dialogs.tsx'

const options = [
  { value: '', label: 'Choose a reason…' },
  ...Object.entries(rejectionReasons).map(([value, label]) => ({ value, label })),
]

/** A rejection without a reason teaches nobody anything: it is not sent. */
export const RejectDialog = ({ lead, onDecide, onClose }: DialogProps) => {
  const [chosen, setChosen] = useState('')
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const submit = (event: Event) => {
    event.preventDefault()
    if (!isRejectionReason(chosen)) return setMissing(true)
    onDecide({
      kind: 'rejected',
      reason: chosen,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    })
  }
  return (
    <Dialog
      title={`Reject ${nameOf(lead)}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="reject" tone="primary">
            Reject lead
          </Button>
        </>
      }
    >
      <form id="reject" class="dialog-form" onSubmit={submit} noValidate>
        <Select
          label="Why is this no lead for sales?"
          help="Marketing reads the reasons and corrects the definition."
          error={isMissing && chosen === '' ? 'Choose a reason.' : undefined}
          options={options}
          value={chosen}
          onValue={setChosen}
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
