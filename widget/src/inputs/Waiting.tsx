import { moreWords } from '../more-words.ts'

/** Keeps the place of an input that is still on its way; says so only when it takes long. */
export const waitingInput = () => (
  <div class="waiting" role="status">
    <span>{moreWords.inputLoading}</span>
  </div>
)

/** What stands where an input could not be loaded. */
export const brokenInput = (again: () => void) => () => (
  <div class="waiting" role="alert">
    <p>{moreWords.inputBroken}</p>
    <button type="button" class="plain" onClick={again}>
      {moreWords.tryAgain}
    </button>
  </div>
)
