import type { QuestionOf } from '@bantam/schema'
import { autocompleteOf } from './autocomplete.ts'
import { textOf, type InputProps } from './input.ts'

type TextKind = 'short-text' | 'email' | 'phone' | 'website' | 'number' | 'date'

/** One line of text, with the keyboard and the suggestions that suit its kind. */
export const TextInput = (props: InputProps<QuestionOf<TextKind>>) => {
  const { question, draft, change, labels, enterKeyHint } = props
  const { kind } = question
  // One literal stands for the union: JSX types want to know which of the types it is.
  const type = types[kind] as 'text'
  return (
    <div class={`field ${kind}`}>
      <input
        {...labels}
        {...(kind === 'date' && question.validation)}
        type={type}
        inputMode={kind === 'number' ? 'decimal' : undefined}
        autocomplete={autocompleteOf(question)}
        enterKeyHint={enterKeyHint}
        dir={kind === 'short-text' ? 'auto' : undefined}
        placeholder={'placeholder' in question ? question.placeholder : undefined}
        value={textOf(draft)}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
      {'unit' in question && <span>{question.unit}</span>}
    </div>
  )
}

const types = {
  'short-text': 'text',
  email: 'email',
  phone: 'tel',
  website: 'url',
  number: 'text',
  date: 'date',
} as const satisfies { readonly [K in TextKind]: string }
