import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { starterForm } from '../form/starter.example.ts'
import { createEditor } from './editor.ts'
import { createDiagnosing, flawsOf, repair, whereaboutsOf } from './findings.ts'
import { removeEnding, removeQuestion } from './question-actions.ts'
import { RemovalDialog } from './RemovalDialog.tsx'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  HTMLDialogElement.prototype.showModal ??= () => {}
  HTMLDialogElement.prototype.close ??= () => {}
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const never = { any: [] }
const setUp = () => {
  const form = starterForm()
  const diagnosing = createDiagnosing(form)
  const editor = createEditor(form, diagnosing.change)
  const codes = () => diagnosing.findings.value.map(({ code }) => code)
  return { editor, diagnosing, codes }
}

test('findings follow the document after a pause, not after each letter', () => {
  const { editor, codes, diagnosing } = setUp()
  vi.runAllTimers()
  expect(codes()).not.toContain('unreachable-question')
  editor.dispatch({ type: 'setShowIf', id: 'need', when: never })
  expect(codes()).not.toContain('unreachable-question')
  vi.runAllTimers()
  expect(codes()[0]).toBe('unreachable-question')
  expect(flawsOf(diagnosing.findings.value).get('question:need')).toMatchObject({
    severity: 'error',
    count: 1,
  })
})

test('a repair is one step, and one undo takes it back', () => {
  const { editor, diagnosing } = setUp()
  editor.dispatch({ type: 'setShowIf', id: 'need', when: never })
  const [finding] = diagnosing.look(editor.form.value)
  if (finding) repair(editor, finding)
  expect(diagnosing.look(editor.form.value)[0]?.code).not.toBe('unreachable-question')
  editor.undo()
  expect(diagnosing.look(editor.form.value)[0]?.code).toBe('unreachable-question')
})

test('what only the server knows stays while the document changes', () => {
  const { editor, diagnosing, codes } = setUp()
  const lane = { code: 'unreachable-lane', severity: 'warning', path: 'model.thresholds' } as const
  const own = { code: 'missing-title', severity: 'warning', path: 'questions.0.title' } as const
  diagnosing.tell(
    [
      { ...lane, message: 'No.' },
      { ...own, message: 'No.' },
    ],
    editor.form.value,
  )
  vi.runAllTimers()
  editor.dispatch({ type: 'setForm', field: 'title', value: 'Other' })
  vi.runAllTimers()
  expect(codes()).toContain('unreachable-lane')
  expect(codes()).not.toContain('missing-title')
})

test('what is wrong with the form as a whole is found in the tab where it is set', () => {
  const form = starterForm()
  const tabOf = (path: string) => whereaboutsOf(form, path)
  expect(tabOf('calculations.0.steps.1.when')).toEqual({ place: { part: 'form' }, tab: 'data' })
  expect(tabOf('translations.de.title')).toEqual({ place: { part: 'form' }, tab: 'languages' })
  expect(tabOf('model.thresholds')).toEqual({ place: { part: 'form' }, tab: 'general' })
  expect(tabOf('questions.0.title').place).toEqual({
    part: 'question',
    id: form.questions[0]?.id,
  })
})

const questionOf = (editor: ReturnType<typeof createEditor>, id: string) => {
  const question = editor.form.value.questions.find((each) => each.id === id)
  if (!question) throw new Error(`no question ${id}`)
  return question
}

test('deleting a question that others use asks first, and can take their rules along', () => {
  const { editor } = setUp()
  render(<RemovalDialog editor={editor} />)
  removeQuestion(editor, questionOf(editor, 'role'))
  cleanup()
  render(<RemovalDialog editor={editor} />)
  expect(editor.form.value.questions.map(({ id }) => id)).toContain('role')
  expect(screen.getAllByText(/reads it\.$/).length).toBeGreaterThan(0)
  fireEvent.click(screen.getByText('Remove those rules too'))
  expect(editor.form.value.questions.map(({ id }) => id)).not.toContain('role')
  expect(JSON.stringify(editor.form.value)).not.toContain('question:role')
  editor.undo()
  expect(JSON.stringify(editor.form.value)).toContain('question:role')
})

test('what nobody uses goes at once', () => {
  const { editor } = setUp()
  const [ending] = editor.form.value.endings
  if (ending) removeEnding(editor, ending)
  expect(editor.removal.value).toBeUndefined()
  expect(editor.form.value.endings.map(({ id }) => id)).not.toContain(ending?.id)
})
