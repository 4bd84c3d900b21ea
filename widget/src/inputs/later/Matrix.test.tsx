import type { QuestionOf } from '@bantam/schema'
import { fireEvent } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { ask } from './ask.example.ts'

const question: QuestionOf<'matrix'> = {
  id: 'q',
  kind: 'matrix',
  title: 'How happy are you?',
  required: true,
  rows: [
    { id: 'forms', label: 'Forms' },
    { id: 'reports', label: 'Reports' },
  ],
  choices: [
    { id: 'bad', label: 'Bad' },
    { id: 'good', label: 'Good' },
  ],
}

const room = (width: number) =>
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width)

afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

test('with room it is a table whose radios are named by row and column', async () => {
  room(640)
  const { screen, submit, sent } = await ask(question)
  expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
    'Bad',
    'Good',
  ])
  fireEvent.click(screen.getByRole('radio', { name: 'Forms Good' }))
  fireEvent.click(screen.getByRole('radio', { name: 'Reports Bad' }))
  submit()
  expect(await sent()).toEqual({ forms: 'good', reports: 'bad' })
})

test('letters pick nothing: no row is meant before the others', async () => {
  room(640)
  const { screen, stage, submit, sent } = await ask(question)
  fireEvent.keyDown(stage, { key: 'a' })
  expect(screen.queryAllByRole('radio', { checked: true })).toEqual([])
  for (const row of ['Forms', 'Reports'])
    fireEvent.click(screen.getByRole('radio', { name: `${row} Good` }))
  submit()
  expect(await sent()).toEqual({ forms: 'good', reports: 'good' })
})

test('without room it is a group of choices for each row', async () => {
  room(320)
  const { screen } = await ask(question)
  const group = await screen.findByRole('group', { name: 'Reports' })
  expect(group.querySelectorAll('[type=radio]')).toHaveLength(2)
  expect(screen.queryByRole('table')).toBeNull()
})

test('every row still open is told once one is missing', async () => {
  room(640)
  const { screen, submit } = await ask({
    ...question,
    rows: [...question.rows, { id: 'mails', label: 'Mails' }],
  })
  fireEvent.click(screen.getByRole('radio', { name: 'Reports Bad' }))
  submit()
  const open = screen
    .getAllByRole('rowheader')
    .filter(({ textContent }) => textContent?.includes('Please pick'))
  expect(open.map(({ textContent }) => textContent)).toEqual([
    'FormsPlease pick an answer.',
    'MailsPlease pick an answer.',
  ])
})
