import { moreWords } from '../more-words.ts'
import type { InputProps } from './input.ts'

/** Keeps the place of an input that is still on its way; says so only when it takes long. */
export const waitingInput = ({ speech }: InputProps) => (
  <div class="waiting" role="status">
    <span>{(speech.more ?? moreWords).inputLoading}</span>
  </div>
)

/** What stands where an input could not be loaded. */
export const brokenInput =
  (again: () => void) =>
  ({ speech: { more = moreWords } }: InputProps) => (
    <div class="waiting" role="alert">
      <p>{more.inputBroken}</p>
      <button type="button" class="plain" onClick={again}>
        {more.tryAgain}
      </button>
    </div>
  )
