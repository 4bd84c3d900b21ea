import type { Ending, Question, QuestionKind } from '@bantam/schema'
import { showToast } from '@bantam/ui'
import { plainTitle } from '../form/name.ts'
import type { Editor } from './editor.ts'
import { newId } from './new-id.ts'
import { newQuestion } from './new-question.ts'
import { removeUnlessUsed } from './removal.ts'

const idsOf = (editor: Editor) => editor.form.peek().questions.map(({ id }) => id)

/** What stands after `id`, which is where an addition to it lands. */
const following = (editor: Editor, id: string | undefined) => {
  const ids = idsOf(editor)
  const at = id === undefined ? -1 : ids.indexOf(id)
  return at < 0 ? undefined : ids[at + 1]
}

const add = (editor: Editor, question: Question, after: string | undefined) => {
  editor.dispatch({ type: 'addQuestion', question, before: following(editor, after) })
  editor.select({ part: 'question', id: question.id })
}

/** Adds a question after the selected one, or at the end, and selects it. */
export const addQuestion = (editor: Editor, kind: QuestionKind) => {
  const place = editor.selection.peek()
  add(editor, newQuestion(kind, idsOf(editor)), place.part === 'question' ? place.id : undefined)
}

/** Puts a copy after the question and selects it. */
export const duplicateQuestion = (editor: Editor, { id }: Question) => {
  const copy = newId(id, idsOf(editor))
  editor.dispatch({ type: 'duplicateQuestion', id, newId: copy })
  editor.select({ part: 'question', id: copy })
}

/** Moves a question one place up (-1) or down (1). */
export const shiftQuestion = (editor: Editor, { id, by }: { id: string; by: -1 | 1 }) => {
  const ids = idsOf(editor)
  const at = ids.indexOf(id)
  if (at + by < 0 || at + by >= ids.length) return
  editor.dispatch({ type: 'moveQuestion', id, before: ids[by === 1 ? at + 2 : at - 1] })
}

/** Removes a question and selects its neighbour, with a way back; asks first when others use it. */
export const removeQuestion = (editor: Editor, question: Question) => {
  const form = editor.form.peek()
  if (form.questions.length === 1) {
    showToast({ text: 'A form needs at least one question.' })
    return
  }
  const ids = idsOf(editor)
  const at = ids.indexOf(question.id)
  const neighbour = ids[at + 1] ?? ids[at - 1]
  const title = plainTitle(question.title)
  removeUnlessUsed(editor, {
    thing: { kind: 'question', id: question.id },
    title: title || 'Untitled question',
    edit: { type: 'removeQuestion', id: question.id },
    after: () => {
      if (neighbour) editor.select({ part: 'question', id: neighbour })
      showToast({ text: `Removed “${title}”.`, action: { label: 'Undo', run: editor.undo } })
    },
  })
}

/** Adds an ending for everybody, last, and selects it. */
export const addEnding = (editor: Editor) => {
  const taken = editor.form.peek().endings.map(({ id }) => id)
  const ending: Ending = { id: newId('ending', taken), kind: 'message', title: 'Thank you' }
  editor.dispatch({ type: 'addEnding', ending })
  editor.select({ part: 'ending', id: ending.id })
}

/** Removes an ending; asks first when others use it. */
export const removeEnding = (editor: Editor, { id, title }: Ending) => {
  if (editor.form.peek().endings.length === 1) {
    showToast({ text: 'A form needs at least one ending.' })
    return
  }
  removeUnlessUsed(editor, {
    thing: { kind: 'ending', id },
    title: plainTitle(title) || 'Untitled ending',
    edit: { type: 'removeEnding', id },
    after: () => {
      editor.select({ part: 'form' })
      showToast({ text: 'Removed the ending.', action: { label: 'Undo', run: editor.undo } })
    },
  })
}
