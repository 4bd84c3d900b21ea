import type { Form, Question } from '@bantam/schema'
import { fireEvent, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { createMemoryTransport, mount } from './index.ts'
import { words } from './words.ts'

let leave = () => {}
afterEach(() => leave())

const name: Question = { id: 'name', kind: 'short-text', title: 'Your name?' }

/** The screen of a question that follows the visitor's name. */
const shown = (
  question: Question,
  { called = 'Ann', refused, ...more }: Partial<Form & Setting> = {},
) => {
  const definition: Form = {
    schema: 1,
    title: 'Recalling',
    language: 'en',
    questions: [name, question],
    endings: [{ id: 'end', kind: 'message', title: 'Thanks' }],
    ...more,
  }
  leave = mount(document.body, {
    definition,
    mode: 'inline',
    transport: {
      ...createMemoryTransport(definition),
      ...(refused && {
        submit: async () => ({ kind: 'refused', code: 'invalid-answers', errors: [refused] }),
      }),
    },
  })
  const stage = document.body.lastElementChild?.shadowRoot?.firstElementChild as HTMLElement
  const screen = within(stage)
  fireEvent.input(screen.getByRole('textbox'), { target: { value: called } })
  fireEvent.click(screen.getByRole('button', { name: words.next }))
  return { ...screen, stage }
}
interface Setting {
  readonly called: string
  /** What the server objects to in the answers. */
  readonly refused: { readonly path: string; readonly code: string; readonly message: string }
}

const text = 'for {{name|you}}'
const choices = [{ id: 'c', label: text }]
const url = 'https://acme.example/book'
const image = 'https://acme.example/c.png'

test.each<Question>([
  { id: 'q', kind: 'email', title: text, help: text, why: text, section: { title: text } },
  { id: 'q', kind: 'short-text', title: 'Q', placeholder: text },
  { id: 'q', kind: 'long-text', title: 'Q', placeholder: text },
  { id: 'q', kind: 'number', title: 'Q', unit: text },
  { id: 'q', kind: 'dropdown', title: 'Q', placeholder: text, choices },
  { id: 'q', kind: 'single-choice', title: 'Q', choices },
  { id: 'q', kind: 'scale', title: 'Q', labels: { low: text, high: text } },
  { id: 'q', kind: 'statement', title: 'Q', button: text },
])('a $kind question recalls wherever it shows a text', async (question) => {
  const { stage } = shown(question)
  expect(stage.innerHTML).toContain('for Ann')
  expect(stage.innerHTML).not.toContain('{{')
})

test.each<Question>([
  { id: 'q', kind: 'matrix', title: 'Q', rows: choices, choices },
  {
    id: 'q',
    kind: 'picture-choice',
    title: 'Q',
    choices: [{ id: 'c', label: text, alt: text, image }],
  },
  { id: 'q', kind: 'scheduling', title: 'Q', button: text, url },
])('a $kind question that comes later recalls too', async (question) => {
  const { stage, findAllByText } = shown(question)
  await findAllByText(/for Ann/)
  expect(stage.innerHTML).not.toContain('{{')
})

test('what an answer holds is shown as it is, however much it looks like a recall', () => {
  const { stage } = shown(
    { id: 'q', kind: 'email', title: 'Hi {{name}}' },
    { called: '{{nobody|x}}' },
  )
  expect(stage.querySelector('#title')?.textContent).toContain('Hi {{nobody|x}}')
})

test('the hint of a pattern recalls when the server refuses an answer for it', async () => {
  const question: Question = {
    id: 'q',
    kind: 'short-text',
    title: 'Q',
    validation: { pattern: '[A-Z]{2}', patternHint: text },
  }
  const refused = { path: 'answers.q', code: 'pattern-mismatch', message: text }
  const { getByRole, findByText } = shown(question, { refused })
  fireEvent.click(getByRole('button', { name: words.submit }))
  expect(await findByText('for Ann')).toBeTruthy()
})

test('the text of a consent is shown letter by letter as its version has it', () => {
  const { getByText } = shown(
    { id: 'q', kind: 'consent', title: 'May we?', purpose: 'contact' },
    { consents: [{ purpose: 'contact', text: 'Call {{name|you}}', textVersion: '1' }] },
  )
  expect(getByText('Call {{name|you}}')).toBeTruthy()
})
