import type { QuestionOf } from '@bantam/schema'
import { fireEvent } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { ask } from './ask.example.ts'

const contact: QuestionOf<'contact'> = {
  id: 'q',
  kind: 'contact',
  title: 'How do we reach you?',
  required: true,
  requiredParts: ['lastName'],
}

afterEach(() => document.body.replaceChildren())

type Screen = Awaited<ReturnType<typeof ask>>['screen']
const field = (screen: Screen, name: string) =>
  screen.getByRole<HTMLInputElement>('textbox', { name: new RegExp(`^${name}`) })
const write = (screen: Screen, texts: { readonly [name: string]: string }) => {
  for (const [name, value] of Object.entries(texts))
    fireEvent.input(field(screen, name), { target: { value } })
}

test('each part has its own suggestion and keyboard', async () => {
  const { screen } = await ask(contact)
  const traits = screen
    .getAllByRole<HTMLInputElement>('textbox')
    .map((input) => [input.getAttribute('autocomplete'), input.getAttribute('inputmode')])
  expect(traits).toEqual([
    ['given-name', null],
    ['family-name', null],
    ['email', 'email'],
    ['tel', 'tel'],
    ['organization', null],
  ])
})

test('what is wrong is told beside each part, and what may stay empty says so', async () => {
  const { screen, submit } = await ask(contact)
  write(screen, { Email: 'ann@' })
  submit()
  const told = (name: string) => {
    const id = field(screen, name).getAttribute('aria-describedby')
    return id && field(screen, name).getRootNode() instanceof ShadowRoot
      ? (field(screen, name).getRootNode() as ShadowRoot).getElementById(id)?.textContent
      : undefined
  }
  expect(told('Email')).toBe('Please enter an email address, like ann@company.com.')
  expect(told('Last name')).toBe('Please fill this in.')
  expect(told('First name')).toBeUndefined()
  expect(field(screen, 'Last name').getAttribute('aria-invalid')).toBe('true')
  expect(field(screen, 'Phone').closest('label')?.textContent).toBe('Phone Optional')
})

test('the parts that were written become the answer', async () => {
  const { screen, submit, sent } = await ask(contact)
  write(screen, { 'Last name': 'Lee', Email: 'ANN@acme.com' })
  submit()
  expect(await sent()).toEqual({ lastName: 'Lee', email: 'ann@acme.com' })
})

test('an address asks its parts in the order of the form', async () => {
  const { screen, submit, sent } = await ask({
    id: 'q',
    kind: 'address',
    title: 'Where?',
    parts: ['country', 'postalCode'],
  })
  const tokens = screen.getAllByRole('textbox').map((input) => input.getAttribute('autocomplete'))
  expect(tokens).toEqual(['country-name', 'postal-code'])
  write(screen, { 'Postal code': '10115' })
  submit()
  expect(await sent()).toEqual({ postalCode: '10115' })
})

test('a required company asks for its name first', async () => {
  const { screen, submit } = await ask({
    id: 'q',
    kind: 'company',
    title: 'Where do you work?',
    required: true,
    parts: ['name', 'domain'],
  })
  write(screen, { Website: 'acme.com' })
  submit()
  expect(field(screen, 'Company name').getAttribute('aria-invalid')).toBe('true')
  expect(field(screen, 'Website').getAttribute('aria-invalid')).toBe('false')
})

test('a single line is told once what is missing', async () => {
  const { screen, submit } = await ask({
    id: 'q',
    kind: 'company',
    title: 'Where do you work?',
    required: true,
  })
  submit()
  const name = field(screen, 'Company name')
  expect(name.getAttribute('aria-invalid')).toBe('true')
  expect(name.getAttribute('aria-describedby')).toBe('error')
  expect(screen.getAllByText(/^Please/).map(({ textContent }) => textContent)).toEqual([
    'Please answer this question to go on.',
  ])
})
