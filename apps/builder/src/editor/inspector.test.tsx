import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { starterForm } from '../form/starter.example.ts'
import { GeneralSettings } from '../settings/GeneralSettings.tsx'
import { createEditor } from './editor.ts'
import { QuestionInspector } from './QuestionInspector.tsx'

const setUp = (id: string) => {
  const editor = createEditor(starterForm(), () => {})
  const Pane = () => {
    const form = editor.form.value
    const question = form.questions.find((each) => each.id === id)
    return question ? <QuestionInspector editor={editor} form={form} question={question} /> : null
  }
  render(<Pane />)
  const labels = () =>
    screen.getAllByLabelText<HTMLInputElement>(/^Choice \d/).map(({ value }) => value)
  const question = () => editor.form.value.questions.find((each) => each.id === id)
  return { editor, labels, question }
}

afterEach(cleanup)

test('a typed title is in the document at once', () => {
  const { question } = setUp('email')
  fireEvent.input(screen.getByLabelText('Question'), { target: { value: 'Your email?' } })
  expect(question()?.title).toBe('Your email?')
})

test('Enter in the last line adds a choice with a readable id, and a pasted list adds each line', () => {
  const { question, labels } = setUp('need')
  const field = screen.getByLabelText<HTMLInputElement>('Add a choice')
  fireEvent.input(field, { target: { value: 'Something else' } })
  if (field.form) fireEvent.submit(field.form)
  fireEvent.paste(field, { clipboardData: { getData: () => 'One\n\n  Two \n' } })
  expect(labels().slice(3)).toEqual(['Something else', 'One', 'Two'])
  const added = question()
  expect(added && 'choices' in added && added.choices.at(3)?.id).toBe('something-else')
})

test('Alt with an arrow moves a choice, Backspace in an empty one removes it', () => {
  const { labels } = setUp('timeline')
  fireEvent.keyDown(screen.getByLabelText('Choice 1'), { key: 'ArrowDown', altKey: true })
  expect(labels()).toEqual(['This quarter', 'Within a month', 'Later, or not sure'])
  fireEvent.input(screen.getByLabelText('Choice 1'), { target: { value: '' } })
  fireEvent.keyDown(screen.getByLabelText('Choice 1'), { key: 'Backspace' })
  expect(labels()).toEqual(['Within a month', 'Later, or not sure'])
})

test('a choice that a branch depends on is marked', () => {
  setUp('need')
  expect(screen.getAllByTitle('A branch depends on this choice')).toHaveLength(1)
})

test('branches are read as sentences', () => {
  setUp('budget')
  expect(screen.getByText(/^Shown only if/).textContent).toBe(
    'Shown only if Buying role is any of I decide, I recommend',
  )
})

test('an empty form title stays in the field with the reason, and the document keeps the last one', () => {
  const editor = createEditor(starterForm(), () => {})
  const Pane = () => <GeneralSettings editor={editor} form={editor.form.value} />
  render(<Pane />)
  const field = screen.getByLabelText<HTMLInputElement>('Title')
  fireEvent.input(field, { target: { value: '' } })
  expect(screen.getByRole('alert').textContent).toBe('This cannot be empty.')
  expect(editor.form.value.title).toBe('Request a demo')
  fireEvent.input(field, { target: { value: 'Demo' } })
  expect(screen.queryByRole('alert')).toBeNull()
  expect(editor.form.value.title).toBe('Demo')
})
