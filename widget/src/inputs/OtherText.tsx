import type { InputProps } from './input.ts'
import { isOther, picksOf } from './picks.ts'

/** The free text that belongs to "Other", there once it is picked. */
export const OtherText = ({ question, draft, change, enterKeyHint, speech }: InputProps) =>
  picksOf(question, { draft, speech }).some((pick) => pick.isOther && pick.isPicked) && (
    <div class="field">
      <input
        type="text"
        dir="auto"
        aria-label={speech.words.otherText}
        placeholder={speech.words.otherText}
        enterKeyHint={enterKeyHint}
        value={otherOf(draft)}
        onInput={({ currentTarget }) => change(withOther(draft, currentTarget.value))}
      />
    </div>
  )

const otherOf = (draft: unknown): string => {
  const other = [draft].flat().find(isOther)
  return other ? other.other : ''
}

const withOther = (draft: unknown, text: string): unknown =>
  Array.isArray(draft)
    ? draft.map((one) => (isOther(one) ? { other: text } : one))
    : { other: text }
