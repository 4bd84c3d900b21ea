import type { Place } from '@bantam/editing'
import type { Editor } from './editor.ts'
import { removeQuestion, shiftQuestion } from './question-actions.ts'

/**
 * Keys of the outline: arrows select, Alt with an arrow moves the question, Home and End go to the
 * ends, Delete removes. Returns whether the key was one of them.
 */
export const pressInOutline = (
  editor: Editor,
  event: { key: string; altKey: boolean; metaKey: boolean; ctrlKey: boolean },
): boolean => {
  if (event.metaKey || event.ctrlKey) return false
  const place = editor.selection.peek()
  const step = steps[event.key]
  if (event.altKey) {
    if (!step || place.part !== 'question') return false
    shiftQuestion(editor, { id: place.id, by: step })
    return true
  }
  const places = placesOf(editor)
  const at = places.findIndex((each) => isSamePlace(each, place))
  const next =
    event.key === 'Home'
      ? places[0]
      : event.key === 'End'
        ? places.at(-1)
        : step && places[at + step]
  if (next) {
    editor.select(next)
    return true
  }
  const question = editor.form.peek().questions.find(({ id }) => 'id' in place && id === place.id)
  if (event.key !== 'Delete' || !question) return false
  removeQuestion(editor, question)
  return true
}

export const isSamePlace = (one: Place, other: Place): boolean => keyOf(one) === keyOf(other)

/** A place as one text, such as `question:email`. */
export const keyOf = (place: Place): string =>
  place.part === 'form' ? 'form' : `${place.part}:${place.id}`

const steps: { readonly [key: string]: -1 | 1 } = { ArrowUp: -1, ArrowDown: 1 }

const placesOf = (editor: Editor): readonly Place[] => {
  const { questions, endings } = editor.form.peek()
  return [
    { part: 'form' },
    ...questions.map(({ id }): Place => ({ part: 'question', id })),
    ...endings.map(({ id }): Place => ({ part: 'ending', id })),
  ]
}
