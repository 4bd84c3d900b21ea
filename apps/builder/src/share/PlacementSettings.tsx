import { Checkbox, Select, TextField } from '@bantam/ui'
import { settingsOf, type OpenedBy, type Placement } from './placement.ts'

const faces = [
  { value: '', label: 'As set in the form' },
  { value: 'card', label: 'Cards, one question at a time' },
  { value: 'chat', label: 'Chat, like a conversation' },
] as const

const sides = [
  { value: 'right', label: 'Right' },
  { value: 'left', label: 'Left' },
] as const

const openings: readonly { value: OpenedBy; label: string }[] = [
  { value: 'click', label: 'Only when pressed' },
  { value: 'load', label: 'When the page is there' },
  { value: 'time', label: 'After some seconds' },
  { value: 'scroll', label: 'When scrolled down' },
  { value: 'exit', label: 'When about to leave' },
]

/** What can be said of the chosen mode, and nothing else. */
export const PlacementSettings = ({
  placement,
  onChange,
}: {
  placement: Placement
  onChange: (changes: Partial<Placement>) => void
}) => {
  const { mode, face, buttonText, side, openedBy, openValue, staysClosed } = placement
  const can = settingsOf(mode)
  const measure = measures[openedBy]
  return (
    <div class="share-settings">
      <Select
        label="Look"
        options={faces}
        value={face}
        onValue={(value) => onChange({ face: value })}
      />
      {can.button ? (
        <TextField
          label="Text on the button"
          placeholder="Open the form"
          maxLength={60}
          value={buttonText}
          onValue={(value) => onChange({ buttonText: value })}
        />
      ) : null}
      {can.side ? (
        <Select
          label="Side"
          options={sides}
          value={side}
          onValue={(value) => onChange({ side: value })}
        />
      ) : null}
      {can.opening ? (
        <Select
          label="Opens"
          options={openings}
          value={openedBy}
          onValue={(value) => onChange({ openedBy: value, openValue: '' })}
        />
      ) : null}
      {can.opening && measure ? (
        <TextField
          label={measure.label}
          type="number"
          min={0}
          placeholder={measure.usual}
          value={openValue}
          onValue={(value) => onChange({ openValue: value })}
        />
      ) : null}
      {can.opening && openedBy !== 'click' ? (
        <Checkbox
          label="Never again once closed"
          help="It opens by itself once per visit, never while somebody writes or looks at another popup, and not after it was sent."
          isChecked={staysClosed}
          onChecked={(isChecked) => onChange({ staysClosed: isChecked })}
        />
      ) : null}
    </div>
  )
}

const measures: { readonly [K in OpenedBy]?: { label: string; usual: string } } = {
  time: { label: 'Seconds', usual: '10' },
  scroll: { label: 'Percent of the page', usual: '50' },
}
