import { Theme } from '@bantam/schema'
import { Button, TextField } from '@bantam/ui'
import { useRefusable } from '../editor/use-refusable.ts'
import { inkOn, longHex } from './contrast.ts'

/** The widget's own colour, which a form without one of its own has. */
const usual = '#ce2c31'

interface AccentFieldProps {
  accent: string | undefined
  onAccent: (accent: string | undefined) => void
  onSettled: () => void
}

/** The one colour a form is made of, picked or written, and how it reads on light and dark. */
export const AccentField = ({ accent, onAccent, onSettled }: AccentFieldProps) => {
  const refusable = useRefusable(accent ?? '', {
    complain: (text) =>
      text === '' || Theme.shape.accent.safeParse(withHash(text)).success
        ? undefined
        : 'Write a colour such as #1a7f5c.',
    onEdit: (text) => onAccent(text === '' ? undefined : withHash(text)),
  })
  const colour = accent ?? usual
  const { ink, ratio } = inkOn(colour)
  return (
    <div class="accent">
      <div class="accent-fields">
        <input
          type="color"
          aria-label="Pick the brand colour"
          value={longHex(colour).toLowerCase()}
          onInput={(event) => onAccent(event.currentTarget.value)}
          onChange={onSettled}
        />
        <TextField
          {...refusable}
          label="Brand colour"
          placeholder={usual}
          autocomplete="off"
          spellcheck={false}
          maxLength={7}
          onBlur={onSettled}
        />
        {accent === undefined ? null : (
          <Button tone="quiet" onClick={() => onAccent(undefined)}>
            Reset
          </Button>
        )}
      </div>
      <div class="accent-samples" style={{ '--sample': colour }} aria-hidden="true">
        {(['light', 'dark'] as const).map((ground) => (
          <div key={ground} class="accent-sample" data-ground={ground}>
            <i />
            <span>Continue</span>
          </div>
        ))}
      </div>
      <p class="ui-field-help">
        Text on it is {ink}, contrast {ratio.toFixed(1)} : 1 (4.5 is asked for). Lines and marks are
        made darker or lighter until they are seen on each ground.
      </p>
    </div>
  )
}

const withHash = (text: string) => (text.startsWith('#') ? text : `#${text}`)
