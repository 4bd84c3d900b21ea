import type { Form, Question } from '@bantam/schema'
import { fireEvent, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { formOf, name, note, size } from './form.example.ts'
import { createMemoryTransport, mount } from './index.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

const visit = (definition: Form) => {
  const transport = createMemoryTransport(definition)
  const urls: string[] = []
  const leave = mount(document.body, {
    definition,
    transport,
    mode: 'inline',
    navigate: (url) => void urls.push(url),
  })
  const stage = document.body.lastElementChild?.shadowRoot?.firstElementChild
  if (!(stage instanceof HTMLElement)) throw new Error('nothing was mounted')
  const screen = within(stage)
  return {
    leave,
    transport,
    stage,
    screen,
    urls,
    title: () => screen.getByRole('heading').textContent,
  }
}

const next = ({ screen }: ReturnType<typeof visit>) =>
  fireEvent.click(screen.getByRole('button', { name: /Continue|Submit/ }))

test('a pick by pointer goes on by itself, one by keyboard waits for Enter', () => {
  const shown = visit(formOf([size, name]))
  const radio = shown.screen.getByRole('radio', { name: 'Large' })
  fireEvent.click(radio, { detail: 0 })
  vi.advanceTimersByTime(1000)
  expect(shown.title()).toBe('How big are you?')
  fireEvent.click(shown.screen.getByText('Small'), { detail: 1 })
  vi.advanceTimersByTime(1000)
  expect(shown.title()).toBe('Your name?')
})

test('a pick that would send waits for the button, which says so', () => {
  const shown = visit(formOf([size]))
  fireEvent.click(shown.screen.getByText('Small'), { detail: 1 })
  vi.advanceTimersByTime(1000)
  expect(shown.title()).toBe('How big are you?')
  expect(shown.screen.getByRole('button', { name: 'Submit' })).toBeTruthy()
  expect(shown.transport.sent).toEqual([])
})

test('a missing answer is told beside the question and cleared by answering', () => {
  const shown = visit(formOf([name]))
  next(shown)
  const field = shown.screen.getByRole('textbox')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(shown.screen.getByText('Please answer this question to go on.').id).toBe('error')
  fireEvent.input(field, { target: { value: 'A' } })
  expect(shown.screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('false')
})

test('letters pick while the widget has the keyboard, and write in a text', () => {
  const shown = visit(formOf([size, name]))
  fireEvent.keyDown(shown.screen.getByRole('radio', { name: 'Small' }), { key: 'b' })
  expect(shown.screen.getByRole('radio', { name: 'Large', checked: true })).toBeTruthy()
  fireEvent.keyDown(shown.screen.getByRole('radio', { name: 'Small' }), { key: 'a', ctrlKey: true })
  expect(shown.screen.getByRole('radio', { name: 'Large', checked: true })).toBeTruthy()
  next(shown)
  expect(fireEvent.keyDown(shown.screen.getByRole('textbox'), { key: 'a' })).toBe(true)
})

test('what is not among the choices can be written', async () => {
  const shown = visit(formOf([{ ...size, other: true }]))
  fireEvent.click(shown.screen.getByRole('radio', { name: 'Other' }))
  next(shown)
  expect(shown.screen.getByText('Please pick an answer to go on.')).toBeTruthy()
  fireEvent.input(shown.screen.getByLabelText('Your answer'), { target: { value: 'Vast' } })
  next(shown)
  await vi.advanceTimersByTimeAsync(0)
  expect(shown.transport.sent[0]?.answers).toEqual([
    { questionId: 'size', value: { other: 'Vast' } },
  ])
})

test('nothing that the visitor or the form writes becomes markup', () => {
  const shown = visit(formOf([name, note]))
  fireEvent.input(shown.screen.getByRole('textbox'), { target: { value: '<img src=x>' } })
  next(shown)
  expect(shown.title()).toContain('<img src=x>, what else?')
  expect(shown.stage.querySelector('img')).toBeNull()
})

test('only web addresses are followed or linked', async () => {
  const question: Question = { ...note, title: 'Anything?' }
  for (const [url, isFollowed] of [
    ['https://acme.test/x', true],
    ['javascript:alert(1)', false],
  ] as const) {
    const shown = visit(
      formOf([question], { endings: [{ id: 'go', kind: 'redirect', title: 'Off we go', url }] }),
    )
    next(shown)
    await vi.advanceTimersByTimeAsync(0)
    expect(shown.urls).toEqual(isFollowed ? [url] : [])
    expect(shown.screen.queryByRole('link') !== null).toBe(isFollowed)
  }
})

test('two widgets on one page know nothing of each other, and each leaves without a trace', () => {
  const first = visit(formOf([name, note]))
  const second = visit(formOf([size]))
  fireEvent.input(first.screen.getByRole('textbox'), { target: { value: 'Ann' } })
  next(first)
  expect(first.title()).toContain('Ann')
  expect(second.title()).toBe('How big are you?')
  first.leave()
  expect(document.body.childElementCount).toBe(1)
  second.leave()
  expect(document.body.childElementCount).toBe(0)
})

test('in a root that is given, another mount may follow before the first leaves', () => {
  const host = document.createElement('div')
  document.body.append(host)
  const root = host.attachShadow({ mode: 'open' })
  const options = { mode: 'inline', transport: createMemoryTransport(formOf([name])) } as const
  const leaveFirst = mount(root, { ...options, definition: formOf([name]) })
  const leaveSecond = mount(root, { ...options, definition: formOf([size]) })
  leaveFirst()
  expect(root.adoptedStyleSheets).toHaveLength(2)
  expect(root.textContent).toContain('How big are you?')
  leaveSecond()
  expect([root.adoptedStyleSheets.length, root.childNodes.length]).toEqual([0, 0])
})

test('a form in Hebrew is laid out from right to left', () => {
  const { stage } = visit(formOf([name], { language: 'he-IL' }))
  expect([stage.dir, stage.lang]).toEqual(['rtl', 'he-IL'])
})
