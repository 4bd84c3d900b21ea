import type { Choice, Form } from '@bantam/schema'
import { IconButton, showToast } from '@bantam/ui'
import { ArrowDown, ArrowUp, Split, X } from 'lucide-preact'
import { useRef } from 'preact/hooks'
import { complaintAbout } from '../form/limits.ts'
import { choicesInUse } from '../form/references.ts'
import type { Editor } from './editor.ts'
import { newId } from './new-id.ts'

interface ChoiceListProps {
  editor: Editor
  form: Form
  questionId: string
  choices: readonly Choice[]
}

/**
 * The choices of a question. Enter goes to the next one, Alt with an arrow moves one, Backspace in an
 * empty one removes it; the last line adds, one choice per pasted line.
 */
export const ChoiceList = ({ editor, form, questionId: id, choices }: ChoiceListProps) => {
  const list = useRef<HTMLDivElement>(null)
  const inUse = choicesInUse(form, id)
  const fields = () => [...(list.current?.querySelectorAll('input') ?? [])]

  const shift = (at: number, by: -1 | 1) => {
    const choice = choices[at]
    if (!choice || at + by < 0 || at + by >= choices.length) return
    const before = choices[by === 1 ? at + 2 : at - 1]?.id
    editor.dispatch({ type: 'moveChoice', id, choice: choice.id, before })
  }
  const remove = (at: number) => {
    const choice = choices[at]
    if (!choice || choices.length === 1) return
    editor.dispatch({ type: 'removeChoice', id, choice: choice.id })
    fields()[Math.max(0, at - 1)]?.focus()
    if (!inUse.has(choice.id)) return
    showToast({
      text: `Removed “${choice.label}”. A branch depends on it.`,
      action: { label: 'Undo', run: editor.undo },
    })
  }
  const press = (event: KeyboardEvent, at: number) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined
    if (step && event.altKey) shift(at, step)
    else if (step) fields()[at + step]?.focus()
    else if (event.key === 'Enter') fields()[at + 1]?.focus()
    else if (event.key === 'Backspace' && choices[at]?.label === '') remove(at)
    else return
    event.preventDefault()
  }
  return (
    <section class="inspector-part" ref={list} aria-labelledby={`choices-${id}`}>
      <h3 id={`choices-${id}`}>
        Choices <span class="ui-quietly ui-figures">{choices.length}</span>
      </h3>
      <ul class="choices">
        {choices.map((choice, at) => (
          <ChoiceRow
            key={choice.id}
            choice={choice}
            number={at + 1}
            isInUse={inUse.has(choice.id)}
            isFirst={at === 0}
            isLast={at === choices.length - 1}
            onLabel={(label) =>
              editor.dispatch({ type: 'setChoiceLabel', id, choice: choice.id, label })
            }
            onSettled={editor.settle}
            onPress={(event) => press(event, at)}
            onShift={(by) => shift(at, by)}
            onRemove={() => remove(at)}
          />
        ))}
      </ul>
      <NewChoice
        onAdd={(labels) => {
          const taken = choices.map((choice) => choice.id)
          for (const label of labels) {
            const choice = { id: newId(label, taken), label }
            taken.push(choice.id)
            editor.dispatch({ type: 'addChoice', id, choice })
          }
        }}
      />
    </section>
  )
}

interface ChoiceRowProps {
  choice: Choice
  number: number
  isInUse: boolean
  isFirst: boolean
  isLast: boolean
  onLabel: (label: string) => void
  onSettled: () => void
  onPress: (event: KeyboardEvent) => void
  onShift: (by: -1 | 1) => void
  onRemove: () => void
}

const ChoiceRow = ({ choice, number, isInUse, isFirst, isLast, ...on }: ChoiceRowProps) => (
  <li class="choice">
    <input
      class="ui-input"
      aria-label={`Choice ${number}`}
      autocomplete="off"
      maxLength={500}
      value={choice.label}
      onInput={(event) => on.onLabel(event.currentTarget.value)}
      onBlur={on.onSettled}
      onKeyDown={on.onPress}
    />
    {isInUse ? (
      <span class="choice-use" title="A branch depends on this choice">
        <Split role="img" aria-label="A branch depends on this choice" />
      </span>
    ) : null}
    <div class="choice-tools">
      <IconButton
        size="small"
        label={`Move “${choice.label}” up`}
        icon={<ArrowUp aria-hidden="true" />}
        disabled={isFirst}
        onClick={() => on.onShift(-1)}
      />
      <IconButton
        size="small"
        label={`Move “${choice.label}” down`}
        icon={<ArrowDown aria-hidden="true" />}
        disabled={isLast}
        onClick={() => on.onShift(1)}
      />
      <IconButton
        size="small"
        label={`Remove “${choice.label}”`}
        icon={<X aria-hidden="true" />}
        disabled={isFirst && isLast}
        onClick={on.onRemove}
      />
    </div>
  </li>
)

/** The field keeps its own text until it is added: whatever leaves it, no letter is lost or added twice. */
const NewChoice = ({ onAdd }: { onAdd: (labels: readonly string[]) => void }) => {
  const field = useRef<HTMLInputElement>(null)
  const add = (pasted = '') => {
    if (!field.current) return
    const labels = `${field.current.value}${pasted}`
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && complaintAbout('choiceLabel', line) === undefined)
    field.current.value = ''
    if (labels.length > 0) onAdd(labels)
  }
  return (
    <form
      class="choice-new"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <input
        ref={field}
        class="ui-input"
        aria-label="Add a choice"
        placeholder="Add a choice, then Enter"
        autocomplete="off"
        maxLength={500}
        onBlur={() => add()}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text/plain') ?? ''
          if (!pasted.trim().includes('\n')) return
          event.preventDefault()
          add(pasted)
        }}
      />
    </form>
  )
}
