import type { QuestionOf } from '@bantam/schema'
import { moreWords } from '../more-words.ts'
import type { InputProps } from './input.ts'

/** One box, never ticked beforehand, beside exactly the text that is agreed to: letter by letter, nothing recalled. */
export const Consent = (props: InputProps<QuestionOf<'consent'>>) => {
  const { form, question, draft, change, labels, speech } = props
  const text = form.consents?.find(({ purpose }) => purpose === question.purpose)?.text
  const { 'aria-labelledby': title, 'aria-describedby': described, ...states } = labels
  return (
    <div class="options consent">
      <label class="row">
        <input
          {...states}
          aria-describedby={`${title} ${described}`}
          type="checkbox"
          checked={draft === true}
          onChange={({ currentTarget }) => change(currentTarget.checked)}
        />
        <kbd aria-hidden="true" />
        <span>{text ?? (speech.more ?? moreWords).agree}</span>
      </label>
    </div>
  )
}
