import type { QuestionOf } from '@bantam/schema'
import { moreWords } from '../more-words.ts'
import { OtherText } from './OtherText.tsx'
import { picksOf } from './picks.ts'
import type { InputProps } from './input.ts'

export const Dropdown = (props: InputProps<QuestionOf<'dropdown'>>) => {
  const { question, change, labels, speech } = props
  const picks = picksOf(question, props)
  return (
    <>
      <div class="field select">
        <select
          {...labels}
          onKeyDown={(event) => {
            const { value, form } = event.currentTarget
            if (event.key !== 'Enter' || !value) return
            // It would open the list once more, and only the pointer would lead on.
            event.preventDefault()
            if (!event.repeat) form?.requestSubmit()
          }}
          onChange={({ currentTarget }) => change(picks[currentTarget.selectedIndex - 1]?.draft)}
        >
          <option value="">{question.placeholder ?? (speech.more ?? moreWords).choose}</option>
          {picks.map(({ id, label, isPicked }) => (
            <option key={id} value={id} selected={isPicked}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <OtherText {...props} />
    </>
  )
}
