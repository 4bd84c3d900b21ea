import type { Form } from '@bantam/schema'
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { starterForm } from '../form/starter.example.ts'
import { Branches } from './Branches.tsx'
import { createEditor } from './editor.ts'

afterEach(cleanup)

const setUp = (id: string, change: (form: Form) => Form = (form) => form) => {
  const editor = createEditor(change(starterForm()), () => {})
  const question = () => {
    const found = editor.form.value.questions.find((each) => each.id === id)
    if (!found) throw new Error('no question')
    return found
  }
  const Pane = () => <Branches editor={editor} form={editor.form.value} question={question()} />
  render(<Pane />)
  return { editor, question }
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const choose = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })

test('a question is shown only if: about, comparison and value, each one undo', () => {
  const { editor, question } = setUp('need')
  press('Show only if…')
  expect(question().showIf).toEqual({
    ref: 'question:company-size',
    op: 'is',
    value: 's-1-50',
  })
  choose('When it shows: comparison', 'is-any-of')
  fireEvent.input(screen.getByRole('checkbox', { name: '51–200' }), { target: { checked: true } })
  expect(question().showIf).toMatchObject({ op: 'is-any-of', value: ['s-1-50', 's-51-200'] })
  editor.undo()
  expect(question().showIf).toMatchObject({ op: 'is-any-of', value: ['s-1-50'] })
  editor.redo()
  press('Done')
  expect(screen.getByText(/^Shown only if/).textContent).toBe(
    'Shown only if Company size is any of 1–50, 51–200',
  )
  press('Remove: When it shows')
  expect(question().showIf).toBeUndefined()
})

test('all or any of several conditions must hold', () => {
  const { question } = setUp('need')
  press('Show only if…')
  press('Add a condition')
  choose('When it shows, condition 2: about', 'question:email')
  choose('When it shows, condition 2: comparison', 'ends-with')
  choose('When it shows, condition 2: value', '.edu')
  choose('When it shows: how many must hold', 'any')
  expect(question().showIf).toEqual({
    any: [
      { ref: 'question:company-size', op: 'is', value: 's-1-50' },
      { ref: 'question:email', op: 'ends-with', value: '.edu' },
    ],
  })
})

test('letters of a value are undone together', () => {
  const { editor, question } = setUp('need')
  press('Show only if…')
  choose('When it shows: about', 'question:email')
  choose('When it shows: comparison', 'contains')
  for (const text of ['b', 'ba', 'ban']) choose('When it shows: value', text)
  expect(question().showIf).toMatchObject({ value: 'ban' })
  editor.undo()
  expect(question().showIf).toMatchObject({ op: 'contains', value: '' })
})

test('a jump back is bounded, a jump forward is not', () => {
  const { question } = setUp('need')
  press('Jump if…')
  expect(question().jumps).toEqual([
    { when: { ref: 'question:need', op: 'is', value: 'replace' }, to: 'question:timeline' },
  ])
  choose('Then go to', 'question:email')
  choose('How often one visitor is sent back, at most', '3')
  expect(question().jumps).toMatchObject([{ to: 'question:email', atMost: 3 }])
  choose('Then go to', 'ending:thanks')
  expect(question().jumps?.[0]).not.toHaveProperty('atMost')
})

test('the first jump that holds is taken, so their order can be changed', () => {
  const { question } = setUp('need')
  press('Jump if…')
  press('Done')
  press('Jump if…')
  choose('Then go to', 'ending:thanks')
  press('Move jump 2 up')
  expect(question().jumps?.map(({ to }) => to)).toEqual(['ending:thanks', 'question:timeline'])
})

test('a condition that the fields cannot show is read in words and stays untouched', () => {
  const showIf = { not: { ref: 'question:email', op: 'contains', value: 'test' } } as const
  const { question } = setUp('need', (form) => ({
    ...form,
    questions: form.questions.map((each) => (each.id === 'need' ? { ...each, showIf } : each)),
  }))
  press('Edit: When it shows')
  expect(screen.getByText(/^Shown only if/).textContent).toContain('not (')
  expect(screen.getByText(/more than these fields can show/)).toBeTruthy()
  expect(screen.queryByRole('combobox')).toBeNull()
  press('Done')
  expect(question().showIf).toEqual(showIf)
})
