import type { QuestionOf } from '@bantam/schema'
import { fireEvent } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { ask } from './ask.example.ts'

const question: QuestionOf<'picture-choice'> = {
  id: 'q',
  kind: 'picture-choice',
  title: 'Which one?',
  other: true,
  choices: [
    { id: 'open', label: 'Open', image: 'https://pictures.test/open.png', alt: 'Rows of desks' },
    { id: 'home', label: 'Home', image: 'https://pictures.test/home.png' },
  ],
}

afterEach(() => document.body.replaceChildren())

test('a picture is picked like any choice, by its letter too', async () => {
  const { screen, stage, submit, sent } = await ask(question)
  expect(screen.getByAltText('Rows of desks').getAttribute('loading')).toBe('lazy')
  fireEvent.keyDown(stage, { key: 'b' })
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Home' }).checked).toBe(true)
  submit()
  expect(await sent()).toBe('home')
})

test('a picture that cannot be shown leaves its label', async () => {
  const { screen } = await ask(question)
  const picture = screen.getByAltText<HTMLImageElement>('Rows of desks')
  fireEvent.error(picture)
  expect(picture.hidden).toBe(true)
  expect(screen.getByText('Open')).toBeTruthy()
})

test('what is not among the pictures can be written', async () => {
  const { screen, submit, sent } = await ask(question)
  fireEvent.click(screen.getByRole('radio', { name: 'Other' }))
  fireEvent.input(screen.getByLabelText('Your answer'), { target: { value: 'A barn' } })
  submit()
  expect(await sent()).toEqual({ other: 'A barn' })
})
