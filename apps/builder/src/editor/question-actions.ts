import type { Question, QuestionKind } from '@bantam/schema'
import { showToast } from '@bantam/ui'
import { plainTitle } from '../form/name.ts'
import { usesOf } from '../form/references.ts'
import type { Editor } from './editor.ts'
import { newId } from './new-id.ts'
import { newQuestion } from './new-question.ts'

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

/** A copy keeps when it shows, but not its jumps, nor the lead property: two questions must not fill one. */
export const duplicateQuestion = (editor: Editor, question: Question) => {
  const { jumps: _jumps, property: _property, ...rest } = question
  add(editor, { ...rest, id: newId(question.id, idsOf(editor)) }, question.id)
}

/** Moves a question one place up (-1) or down (1). */
export const shiftQuestion = (editor: Editor, { id, by }: { id: string; by: -1 | 1 }) => {
  const ids = idsOf(editor)
  const at = ids.indexOf(id)
  if (at + by < 0 || at + by >= ids.length) return
  editor.dispatch({ type: 'moveQuestion', id, before: ids[by === 1 ? at + 2 : at - 1] })
}

/** Removes a question, selects its neighbour, and says what depended on it, with a way back. */
export const removeQuestion = (editor: Editor, question: Question) => {
  const form = editor.form.peek()
  if (form.questions.length === 1) {
    showToast({ text: 'A form needs at least one question.' })
    return
  }
  const ids = idsOf(editor)
  const at = ids.indexOf(question.id)
  const neighbour = ids[at + 1] ?? ids[at - 1]
  const uses = usesOf(form, question.id)
  editor.dispatch({ type: 'removeQuestion', id: question.id })
  if (neighbour) editor.select({ part: 'question', id: neighbour })
  const depending =
    uses === 0 ? '' : ` ${uses === 1 ? 'A branch depends' : `${uses} branches depend`} on it.`
  showToast({
    text: `Removed “${plainTitle(question.title)}”.${depending}`,
    action: { label: 'Undo', run: editor.undo },
  })
}
