import { words } from '../words.ts'
import { otherOf, picksOf, withOther } from './picks.ts'
import type { InputProps } from './input.ts'

/** The free text that belongs to "Other", there once it is picked. */
export const OtherText = ({ question, draft, change, enterKeyHint }: InputProps) =>
  picksOf(question, draft).some(({ isOther, isPicked }) => isOther && isPicked) && (
    <div class="field">
      <input
        type="text"
        dir="auto"
        aria-label={words.otherText}
        placeholder={words.otherText}
        enterKeyHint={enterKeyHint}
        value={otherOf(draft)}
        onInput={({ currentTarget }) => change(withOther(draft, currentTarget.value))}
      />
    </div>
  )
