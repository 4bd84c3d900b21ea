import type { BantLetter, BantStatus } from '@bantam/schema'
import { Button, Checkbox, Dialog, TextArea } from '@bantam/ui'
import { useState } from 'preact/hooks'
import { bantLetters, bantStatuses, letters, nameOf } from '../words.ts'
import type { DialogProps } from './Dialogs.tsx'

const questions: { readonly [L in BantLetter]: string } = {
  budget: 'There is money for it, or a way to get it',
  authority: 'Who decides is known and involved',
  need: 'The need is theirs, in their words',
  timeline: 'There is a date that matters to them',
}

/** A person sets SQL. The checklist starts from what the form heard; what is left open is written down, not forbidden. */
export const ConvertDialog = ({ lead, onDecide, onClose }: DialogProps) => {
  const heard: { readonly [L in BantLetter]?: BantStatus } =
    'bant' in lead.score ? lead.score.bant : {}
  const [confirmed, setConfirmed] = useState<ReadonlySet<BantLetter>>(
    () => new Set(letters.filter((letter) => heard[letter] === 'met')),
  )
  const [note, setNote] = useState('')
  const toggle = (letter: BantLetter, isChecked: boolean) =>
    setConfirmed(
      new Set(letters.filter((one) => (one === letter ? isChecked : confirmed.has(one)))),
    )
  return (
    <Dialog
      title={`Convert ${nameOf(lead)} to SQL`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="convert" tone="primary">
            Convert to SQL
          </Button>
        </>
      }
    >
      <form
        id="convert"
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          onDecide({
            kind: 'converted',
            note: [checklistWords(confirmed), note.trim()].filter(Boolean).join('\n'),
          })
        }}
      >
        <fieldset class="checklist">
          <legend>What you have confirmed</legend>
          {letters.map((letter) => (
            <Checkbox
              key={letter}
              label={`${bantLetters[letter]}: ${questions[letter].toLowerCase()}`}
              help={
                heard[letter] === undefined
                  ? undefined
                  : `The form heard: ${bantStatuses[heard[letter]].word.toLowerCase()}`
              }
              isChecked={confirmed.has(letter)}
              onChecked={(isChecked) => toggle(letter, isChecked)}
            />
          ))}
        </fieldset>
        <TextArea
          label="Next step (optional)"
          rows={2}
          maxLength={2000}
          value={note}
          onValue={setNote}
        />
      </form>
    </Dialog>
  )
}

/** "Confirmed: budget, need. Open: authority, timeline." */
const checklistWords = (confirmed: ReadonlySet<BantLetter>): string => {
  const listed = (word: string, isIn: boolean) => {
    const among = letters.filter((letter) => confirmed.has(letter) === isIn)
    return among.length === 0 ? '' : `${word}: ${among.join(', ')}.`
  }
  return [listed('Confirmed', true), listed('Open', false)].filter(Boolean).join(' ')
}
