import { Form, type Question, type QuestionKind } from '@bantam/schema'
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { createEditor } from './editor.ts'
import { newQuestion } from './new-question.ts'
import { QuestionInspector } from './QuestionInspector.tsx'

afterEach(cleanup)

/** Opens the inspector on one new question and tells what becomes of it. */
const inspect = (kind: QuestionKind, more: Partial<Question> = {}) => {
  const form = Form.parse({
    schema: 1,
    title: 'Demo',
    language: 'en',
    consents: [{ purpose: 'contact', text: 'You may write to me.', textVersion: '1' }],
    questions: [{ ...newQuestion(kind, []), id: 'q', ...more }],
    endings: [{ id: 'thanks', kind: 'message', title: 'Thank you' }],
  })
  const editor = createEditor(form, () => {})
  const Pane = () => {
    const [question] = editor.form.value.questions
    return question ? (
      <QuestionInspector editor={editor} form={editor.form.value} question={question} />
    ) : null
  }
  render(<Pane />)
  return {
    editor,
    question: () => editor.form.value.questions[0],
    write: (label: string | RegExp, value: string) =>
      fireEvent.input(screen.getByLabelText(label), { target: { value } }),
    tick: (label: string | RegExp, checked: boolean) =>
      fireEvent.input(screen.getByLabelText(label), { target: { checked } }),
  }
}

test('limits of a text reach the document, and leave it when they are emptied', () => {
  const { question, write } = inspect('short-text')
  write(/^At most/, '40')
  write(/^Pattern/, '[A-Z]+')
  write(/^Said when/, 'Capitals only.')
  expect(question()).toMatchObject({
    validation: { maxLength: 40, pattern: '[A-Z]+', patternHint: 'Capitals only.' },
  })
  for (const label of [/^At most/, /^Pattern/, /^Said when/]) write(label, '')
  expect(question()).not.toHaveProperty('validation')
})

test('what the schema refuses stays in the field with the reason', () => {
  const { question, write } = inspect('short-text')
  write(/^At most/, 'many')
  expect(screen.getByRole('alert').textContent).toBe('Write a number.')
  write(/^At most/, '0')
  expect(screen.getByRole('alert').textContent).toBe('At least 1.')
  expect(question()).not.toHaveProperty('validation')
})

test('a booking page needs a full address', () => {
  const { question, write } = inspect('scheduling')
  write('Booking page', '')
  expect(screen.getByRole('alert').textContent).toBe('This cannot be empty.')
  write('Booking page', 'calendar')
  expect(screen.getByRole('alert').textContent).toMatch(/^Write a full address/)
  write('Booking page', 'https://calendar.test/acme')
  expect(question()).toMatchObject({ url: 'https://calendar.test/acme' })
})

test('parts are asked and required one by one; a part that is not asked is not required', () => {
  const { question, tick } = inspect('contact')
  tick('Required Phone', true)
  tick('Company', false)
  expect(question()).toMatchObject({
    parts: ['firstName', 'lastName', 'email', 'phone'],
    requiredParts: ['phone'],
  })
  tick('Phone', false)
  expect(question()).toMatchObject({ parts: ['firstName', 'lastName', 'email'] })
  expect(question()).not.toHaveProperty('requiredParts')
})

test('one step back brings back a part with what was required of it', () => {
  const { editor, question, tick } = inspect('address')
  tick('Required City', true)
  tick('City', false)
  editor.undo()
  expect(question()).toMatchObject({ requiredParts: ['city'] })
  expect(question()).not.toHaveProperty('parts')
})

test('rows and columns of a matrix are lists of their own', () => {
  const { question } = inspect('matrix')
  const add = screen.getByLabelText<HTMLInputElement>('Add a row')
  fireEvent.input(add, { target: { value: 'Third row' } })
  if (add.form) fireEvent.submit(add.form)
  fireEvent.keyDown(screen.getByLabelText('Row 3'), { key: 'ArrowUp', altKey: true })
  fireEvent.input(screen.getByLabelText('Choice 2'), { target: { value: 'So-so' } })
  const matrix = question()
  expect(matrix?.kind === 'matrix' && matrix.rows.map(({ label }) => label)).toEqual([
    'First row',
    'Third row',
    'Second row',
  ])
  expect(matrix?.kind === 'matrix' && matrix.choices[1]?.label).toBe('So-so')
})

test('a picture has an address and says what it shows', () => {
  const { question, write } = inspect('picture-choice')
  write('Picture of “First choice”', 'open.png')
  expect(screen.getByRole('alert').textContent).toMatch(/^Write a full address/)
  write('Picture of “First choice”', 'https://pictures.test/open.png')
  const shows = screen.getAllByLabelText<HTMLInputElement>('What it shows')[0]
  if (shows) fireEvent.input(shows, { target: { value: 'Rows of desks' } })
  expect(question()).toMatchObject({
    choices: [{ image: 'https://pictures.test/open.png', alt: 'Rows of desks' }, {}],
  })
})

test('a file has types and a size that people read in megabytes', () => {
  const { question, tick, write } = inspect('file')
  for (const type of ['Image', 'Document', 'Spreadsheet', 'Presentation', 'Plain text'])
    tick(type, false)
  write(/^Largest size/, '2.5')
  expect(question()).toMatchObject({ validation: { types: ['pdf'], maxBytes: 2_621_440 } })
  expect(screen.getByLabelText<HTMLInputElement>('PDF').disabled).toBe(true)
  write(/^Largest size/, '26')
  expect(screen.getByRole('alert').textContent).toMatch(/^At most/)
})

test('what the answer is used for can be set', () => {
  const { question, write, tick } = inspect('single-choice')
  write('Lead property', 'budgetRange')
  write('BANT', 'budget')
  write('Sensitivity', 'budget')
  write('Fresh for (days)', '90')
  tick(/^Ask every time/, true)
  write('Section', 'About money')
  write('Help of the section', 'A rough figure is enough.')
  expect(question()).toMatchObject({
    property: 'budgetRange',
    bant: 'budget',
    sensitivity: 'budget',
    remember: { freshDays: 90 },
    ask: 'always',
    section: { title: 'About money', help: 'A rough figure is enough.' },
  })
})

test('consent is given to one of the form’s texts', () => {
  const { question, write } = inspect('consent')
  write('Purpose', 'contact')
  expect(question()).toMatchObject({ purpose: 'contact' })
  expect(screen.getByText('You may write to me.')).toBeTruthy()
})

test('stars and steps are picked, and left as usual', () => {
  const { question, write } = inspect('rating')
  write('Stars', '7')
  expect(question()).toMatchObject({ steps: 7 })
  write('Stars', '')
  expect(question()).not.toHaveProperty('steps')
})
