import type { QuestionOf } from '@bantam/schema'
import { textOf, type InputProps } from './input.ts'

export const LongText = ({
  question,
  draft,
  change,
  labels,
}: InputProps<QuestionOf<'long-text'>>) => (
  <div class="field">
    <textarea
      {...labels}
      rows={4}
      dir="auto"
      placeholder={question.placeholder}
      value={textOf(draft)}
      onInput={({ currentTarget }) => change(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.repeat && (event.ctrlKey || event.metaKey))
          event.currentTarget.form?.requestSubmit()
      }}
    />
  </div>
)
