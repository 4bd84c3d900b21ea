import { Form } from '@bantam/schema'
import { expect, test, vi } from 'vitest'
import { starterForm } from '../form/starter.example.ts'
import { createEditor } from './editor.ts'
import { pressInOutline } from './outline-keys.ts'
import { addQuestion, duplicateQuestion } from './question-actions.ts'

const setUp = () => {
  const changed = vi.fn()
  const editor = createEditor(starterForm(), changed)
  const ids = () => editor.form.value.questions.map(({ id }) => id)
  const press = (key: string, altKey = false) =>
    pressInOutline(editor, { key, altKey, metaKey: false, ctrlKey: false })
  return { editor, changed, ids, press }
}

test('the starter is a valid form', () => {
  expect(Form.safeParse(starterForm()).error).toBeUndefined()
})

test('an edit reaches the document at once, and undo takes the whole word back', () => {
  const { editor, changed } = setUp()
  for (const title of ['D', 'De', 'Dem'])
    editor.dispatch({ type: 'setForm', field: 'title', value: title })
  expect(editor.form.value.title).toBe('Dem')
  expect(changed).toHaveBeenCalledTimes(3)
  editor.undo()
  expect(editor.form.value.title).toBe('Request a demo')
  editor.redo()
  expect(editor.form.value.title).toBe('Dem')
})

test('an edit that does not apply tells nobody and cannot be undone', () => {
  const { editor, changed } = setUp()
  editor.dispatch({ type: 'setForm', field: 'title', value: '' })
  expect(changed).not.toHaveBeenCalled()
  expect(editor.canUndo.value).toBe(false)
})

test('undo selects what it changed', () => {
  const { editor } = setUp()
  editor.dispatch({ type: 'setQuestion', id: 'budget', field: 'title', value: 'Budget?' })
  editor.select({ part: 'form' })
  editor.undo()
  expect(editor.selection.value).toEqual({ part: 'question', id: 'budget' })
})

test('selecting is not undoable', () => {
  const { editor } = setUp()
  editor.select({ part: 'ending', id: 'thanks' })
  expect(editor.canUndo.value).toBe(false)
})

test('what was selected and is gone gives way to the first question', () => {
  const { editor } = setUp()
  editor.select({ part: 'question', id: 'role' })
  editor.dispatch({ type: 'removeQuestion', id: 'role' })
  expect(editor.selection.value).toEqual({ part: 'question', id: 'email' })
})

test('arrows select, Alt with an arrow moves, Delete removes and selects the neighbour', () => {
  const { editor, ids, press } = setUp()
  press('ArrowDown')
  expect(editor.selection.value).toEqual({ part: 'question', id: 'company-size' })
  press('ArrowDown', true)
  expect(ids().slice(0, 3)).toEqual(['email', 'need', 'company-size'])
  press('Delete')
  expect(ids().slice(0, 3)).toEqual(['email', 'need', 'role'])
  expect(editor.selection.value).toEqual({ part: 'question', id: 'role' })
  press('End')
  expect(editor.selection.value).toEqual({ part: 'ending', id: 'thanks-nurture' })
})

test('a new question lands after the selected one and is valid', () => {
  const { editor, ids } = setUp()
  addQuestion(editor, 'single-choice')
  expect(ids()[1]).toBe('single-choice')
  expect(editor.selection.value).toEqual({ part: 'question', id: 'single-choice' })
  expect(Form.safeParse(editor.form.value).error).toBeUndefined()
})

test('a copy has an id of its own and fills no lead property', () => {
  const { editor, ids } = setUp()
  const [email] = editor.form.value.questions
  if (email) duplicateQuestion(editor, email)
  expect(ids().slice(0, 2)).toEqual(['email', 'email-2'])
  expect(editor.form.value.questions[1]?.property).toBeUndefined()
})

test('another document goes in front of the own work, which one step back brings again', () => {
  const { editor } = setUp()
  editor.dispatch({ type: 'setForm', field: 'title', value: 'Mine' })
  editor.replace({ ...starterForm(), title: 'Theirs' })
  expect(editor.form.value.title).toBe('Theirs')
  editor.undo()
  expect(editor.form.value.title).toBe('Mine')
})
