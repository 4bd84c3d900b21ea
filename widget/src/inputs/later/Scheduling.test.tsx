import type { QuestionOf } from '@bantam/schema'
import { fireEvent } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { ask } from './ask.example.ts'

const question: QuestionOf<'scheduling'> = {
  id: 'q',
  kind: 'scheduling',
  title: 'When shall we talk?',
  url: 'https://calendar.test/acme',
  required: true,
}

afterEach(() => document.body.replaceChildren())

test('the booking page opens beside the form, and having chosen is an answer', async () => {
  const { screen, submit, sent } = await ask(question)
  const link = screen.getByRole('link', { name: 'Choose a time (opens in a new tab)' })
  expect([
    link.getAttribute('href'),
    link.getAttribute('target'),
    link.getAttribute('rel'),
  ]).toEqual(['https://calendar.test/acme', '_blank', 'noopener'])
  submit()
  expect(screen.getByText(/tell us that you have chosen a time/)).toBeTruthy()
  fireEvent.click(screen.getByRole('checkbox', { name: 'I have chosen a time' }))
  submit()
  expect(await sent()).toBe('A time was chosen')
})

test('the time itself is a better answer', async () => {
  const { screen, submit, sent } = await ask(question)
  fireEvent.click(screen.getByRole('checkbox'))
  fireEvent.input(screen.getByLabelText(/When is it/), { target: { value: '2027-01-15T10:30' } })
  submit()
  expect(await sent()).toBe('2027-01-15T10:30')
})

test('only web addresses are linked', async () => {
  const { screen } = await ask({ ...question, url: 'javascript:alert(1)' })
  expect(screen.queryByRole('link')).toBeNull()
})
