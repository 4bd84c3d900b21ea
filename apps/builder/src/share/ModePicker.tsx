import type { Mode } from './placement.ts'

const modes: readonly { readonly id: Mode; readonly label: string; readonly what: string }[] = [
  { id: 'inline', label: 'In the page', what: 'Among its text' },
  { id: 'popup', label: 'Popup', what: 'Over the page' },
  { id: 'slider', label: 'Slider', what: 'In from the side' },
  { id: 'sidetab', label: 'Side tab', what: 'A tab at the edge' },
  { id: 'popover', label: 'Popover', what: 'A round button' },
  { id: 'page', label: 'Own page', what: 'A link to send' },
]

/** The ways a form can stand on a website, each drawn small. */
export const ModePicker = ({ mode, onMode }: { mode: Mode; onMode: (mode: Mode) => void }) => (
  <fieldset class="share-modes">
    <legend>How it appears</legend>
    {modes.map(({ id, label, what }) => (
      <label key={id}>
        <input
          type="radio"
          name="share-mode"
          value={id}
          checked={mode === id}
          onInput={() => onMode(id)}
        />
        <span class="share-sketch" data-mode={id} aria-hidden="true">
          <i />
        </span>
        <b>{label}</b>
        <small>{what}</small>
      </label>
    ))}
  </fieldset>
)
