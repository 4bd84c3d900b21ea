import type { Theme } from '@bantam/schema'
import type { Editor } from '../editor/editor.ts'
import { inOneStep } from '../editor/in-one-step.ts'
import { AccentField } from './AccentField.tsx'
import { OneOf } from './OneOf.tsx'

type Choosable = 'face' | 'mode' | 'font' | 'density'
const usualRadius = 8

/** How the form looks; what is left as usual is not written down. */
export const LookSettings = ({ editor, theme }: { editor: Editor; theme: Theme | undefined }) => {
  const choose = <N extends Choosable>(name: N, value: NonNullable<Theme[N]>) =>
    inOneStep(editor, {
      type: 'setTheme',
      name,
      value: value === usual[name] ? undefined : value,
    })
  const { accent, radius = usualRadius } = theme ?? {}
  const { face = usual.face, mode = usual.mode, font = usual.font } = theme ?? {}
  const { density = usual.density } = theme ?? {}
  return (
    <div class="inspector-body">
      <AccentField
        accent={accent}
        onAccent={(value) => editor.dispatch({ type: 'setTheme', name: 'accent', value })}
        onSettled={editor.settle}
      />
      <OneOf
        label="Face"
        help={
          face === 'card'
            ? 'One question per screen.'
            : 'Like a conversation: what was said stays in sight.'
        }
        options={faces}
        value={face}
        onValue={(value) => choose('face', value)}
      />
      <OneOf
        label="Light or dark"
        help={mode === 'auto' ? 'As the visitor’s device is set.' : undefined}
        options={modes}
        value={mode}
        onValue={(value) => choose('mode', value)}
      />
      <OneOf label="Font" options={fonts} value={font} onValue={(value) => choose('font', value)} />
      <label class="radius">
        <span>
          Corners <output>{radius} px</output>
        </span>
        <input
          type="range"
          min={0}
          max={24}
          step={1}
          value={radius}
          onInput={(event) => {
            const value = event.currentTarget.valueAsNumber
            editor.dispatch({
              type: 'setTheme',
              name: 'radius',
              value: value === usualRadius ? undefined : value,
            })
          }}
          onChange={editor.settle}
        />
      </label>
      <OneOf
        label="Spacing"
        options={densities}
        value={density}
        onValue={(value) => choose('density', value)}
      />
      <p class="ui-quietly">
        The preview follows. Visitors see it once you publish; a website’s own CSS properties stand
        above it.
      </p>
    </div>
  )
}

const usual = { face: 'card', mode: 'auto', font: 'host', density: 'comfortable' } as const

const faces = [
  { value: 'card', label: 'Cards' },
  { value: 'chat', label: 'Chat' },
] as const

const modes = [
  { value: 'auto', label: 'Automatic' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

const fonts = [
  { value: 'host', label: 'The website’s' },
  { value: 'system', label: 'The device’s' },
] as const

const densities = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const
