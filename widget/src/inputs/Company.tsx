import type { QuestionOf } from '@bantam/schema'
import { words } from '../words.ts'
import type { InputProps } from './input.ts'

export const Company = (props: InputProps<QuestionOf<'company'>>) => {
  const { question, draft, change, labels, enterKeyHint } = props
  const { parts = ['name'] } = question
  const written: { readonly [part: string]: unknown } = Object(draft)
  const { 'aria-labelledby': labelledBy, ...states } = labels
  return (
    <div class="parts" role="group" aria-labelledby={labelledBy}>
      {parts.map((part) => (
        <label key={part} class="field">
          <span>{words.companyParts[part]}</span>
          <input
            {...states}
            aria-required={question.required && part === 'name'}
            type="text"
            autocomplete={part === 'name' ? 'organization' : 'off'}
            inputMode={part === 'domain' ? 'url' : undefined}
            autocapitalize={part === 'domain' ? 'none' : undefined}
            enterKeyHint={enterKeyHint}
            dir="auto"
            value={String(written[part] ?? '')}
            onInput={({ currentTarget }) => change({ ...written, [part]: currentTarget.value })}
          />
        </label>
      ))}
    </div>
  )
}
