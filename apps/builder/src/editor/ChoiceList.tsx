import type { Edit } from '@bantam/editing'
import type { Choice, Form } from '@bantam/schema'
import { IconButton } from '@bantam/ui'
import { ArrowDown, ArrowUp, Split, X } from 'lucide-preact'
import { useRef } from 'preact/hooks'
import { complaintAbout } from '../form/limits.ts'
import { choicesInUse, rowsInUse } from '../form/references.ts'
import type { Editor } from './editor.ts'
import { newId } from './new-id.ts'
import { removeUnlessUsed } from './removal.ts'

interface ChoiceListProps {
  editor: Editor
  form: Form
  questionId: string
  /** The choices of a question, or the rows of a matrix. */
  list: 'choices' | 'rows'
  choices: readonly Choice[]
}

const words = {
  choices: { title: 'Choices', one: 'Choice', add: 'Add a choice', used: choicesInUse },
  rows: { title: 'Rows', one: 'Row', add: 'Add a row', used: rowsInUse },
}

/** The same four deeds on either list. */
const edits = {
  choices: {
    add: (id: string, choice: Choice): Edit => ({ type: 'addChoice', id, choice }),
    label: (id: string, { id: choice, label }: Choice): Edit => ({
      type: 'setChoiceLabel',
      id,
      choice,
      label,
    }),
    move: (id: string, { item, before }: Landing): Edit => ({
      type: 'moveChoice',
      id,
      choice: item,
      before,
    }),
    remove: (id: string, choice: string): Edit => ({ type: 'removeChoice', id, choice }),
  },
  rows: {
    add: (id: string, row: Choice): Edit => ({ type: 'addRow', id, row }),
    label: (id: string, { id: row, label }: Choice): Edit => ({
      type: 'setRowLabel',
      id,
      row,
      label,
    }),
    move: (id: string, { item, before }: Landing): Edit => ({
      type: 'moveRow',
      id,
      row: item,
      before,
    }),
    remove: (id: string, row: string): Edit => ({ type: 'removeRow', id, row }),
  },
}

interface Landing {
  item: string
  before: string | undefined
}

/**
 * A list of labels. Enter goes to the next one, Alt with an arrow moves one, Backspace in an
 * empty one removes it; the last line adds, one choice per pasted line.
 */
export const ChoiceList = ({ editor, form, questionId: id, list, choices }: ChoiceListProps) => {
  const place = useRef<HTMLDivElement>(null)
  const edit = edits[list]
  const { title, one, add, used } = words[list]
  const inUse = used(form, id)
  const fields = () => [...(place.current?.querySelectorAll('input') ?? [])]

  const shift = (at: number, by: -1 | 1) => {
    const choice = choices[at]
    if (!choice || at + by < 0 || at + by >= choices.length) return
    const before = choices[by === 1 ? at + 2 : at - 1]?.id
    editor.dispatch(edit.move(id, { item: choice.id, before }))
  }
  const remove = (at: number) => {
    const choice = choices[at]
    if (!choice || choices.length === 1) return
    const isGone = removeUnlessUsed(editor, {
      thing: { kind: list === 'rows' ? 'row' : 'choice', question: id, id: choice.id },
      title: choice.label || `${one} ${at + 1}`,
      edit: edit.remove(id, choice.id),
    })
    if (isGone) fields()[Math.max(0, at - 1)]?.focus()
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
    <section class="inspector-part" ref={place} aria-labelledby={`${list}-${id}`}>
      <h3 id={`${list}-${id}`}>
        {title} <span class="ui-quietly ui-figures">{choices.length}</span>
      </h3>
      <ul class="choices">
        {choices.map((choice, at) => (
          <ChoiceRow
            key={choice.id}
            choice={choice}
            name={`${one} ${at + 1}`}
            isInUse={inUse.has(choice.id)}
            isFirst={at === 0}
            isLast={at === choices.length - 1}
            onLabel={(label) => editor.dispatch(edit.label(id, { id: choice.id, label }))}
            onSettled={editor.settle}
            onPress={(event) => press(event, at)}
            onShift={(by) => shift(at, by)}
            onRemove={() => remove(at)}
          />
        ))}
      </ul>
      <NewChoice
        label={add}
        onAdd={(labels) => {
          const taken = choices.map((choice) => choice.id)
          for (const label of labels) {
            const choice = { id: newId(label, taken), label }
            taken.push(choice.id)
            editor.dispatch(edit.add(id, choice))
          }
        }}
      />
    </section>
  )
}

interface ChoiceRowProps {
  choice: Choice
  name: string
  isInUse: boolean
  isFirst: boolean
  isLast: boolean
  onLabel: (label: string) => void
  onSettled: () => void
  onPress: (event: KeyboardEvent) => void
  onShift: (by: -1 | 1) => void
  onRemove: () => void
}

const ChoiceRow = ({ choice, name, isInUse, isFirst, isLast, ...on }: ChoiceRowProps) => (
  <li class="choice">
    <input
      class="ui-input"
      aria-label={name}
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
const NewChoice = ({
  label,
  onAdd,
}: {
  label: string
  onAdd: (labels: readonly string[]) => void
}) => {
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
        aria-label={label}
        placeholder={`${label}, then Enter`}
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
