import type { Form } from '@bantam/schema'
import { fireEvent, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { formOf, name, size } from '../form.example.ts'
import { createMemoryTransport, mount } from '../index.ts'
import type { Scene } from '../visit.ts'
import { words } from '../words.ts'
import { rehearse } from './rehearse.ts'

afterEach(() => document.body.replaceChildren())

/** What else is drawn, in words, until a browser has had time, and what stands then. */
const rehearsed = async (definition: Form, { isLeft = false } = {}) => {
  const transport = createMemoryTransport(definition)
  const leave = mount(document.body, { definition, transport, mode: 'inline' })
  const root = document.body.lastElementChild?.shadowRoot
  if (!root) throw new Error('nothing was mounted')
  const drawn: (string | null)[] = []
  const hear = (changes: MutationRecord[]) => {
    for (const { addedNodes } of changes)
      drawn.push(...[...addedNodes].map(({ textContent }) => textContent))
  }
  new MutationObserver(hear).observe(root, { childList: true, subtree: true })
  if (isLeft) leave()
  await new Promise((resolve) => setTimeout(resolve, 400))
  return { drawn: drawn.join(' '), standing: [...root.children].map((one) => one.className) }
}

/** Whether the third question is drawn once the second stands, and what stands then. */
const goneOn = async (definition: Form) => {
  mount(document.body, {
    definition,
    transport: createMemoryTransport(definition),
    mode: 'inline',
  })
  const root = document.body.lastElementChild?.shadowRoot
  const stage = root?.querySelector<HTMLElement>('.stage')
  if (!root || !stage) throw new Error('nothing was mounted')
  const screen = within(stage)
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Ann' } })
  fireEvent.click(screen.getByRole('button', { name: words.next }))
  let isComing = false
  const last = definition.questions.at(-1)?.title ?? ''
  new MutationObserver((changes) => {
    isComing ||= changes.some(({ addedNodes }) =>
      [...addedNodes].some(({ textContent }) => textContent?.includes(last)),
    )
  }).observe(root, { childList: true, subtree: true })
  await new Promise((resolve) => setTimeout(resolve, 400))
  return {
    isComing,
    standing: [...root.querySelectorAll('h2')].map((one) => one.textContent?.trim()),
  }
}

test('what comes second is drawn once, and nothing is left of it', async () => {
  const { drawn, standing } = await rehearsed(formOf([name, size]))
  expect(drawn).toContain('How big are you?')
  expect(standing).toEqual(['stage inline'])
})

test('with each question that comes, the one after it is drawn', async () => {
  const town = { ...name, id: 'town', title: 'Which town?' }
  const { isComing, standing } = await goneOn(formOf([name, size, town]))
  expect(isComing).toBe(true)
  expect(standing).toEqual(['How big are you?'])
})

test('nothing is drawn where nothing comes second, nor what may fetch more of itself', async () => {
  expect((await rehearsed(formOf([name]))).drawn).toBe('')
  const call = {
    id: 'call',
    kind: 'scheduling',
    title: 'When?',
    url: 'https://example.com/',
  } as const
  expect((await rehearsed(formOf([name, call]))).drawn).not.toContain('When?')
})

test('nothing is drawn for a visit that has been left', async () => {
  expect((await rehearsed(formOf([name, size]), { isLeft: true })).drawn).toBe('')
})

test('what was said to the first question is not put into the second', async () => {
  const stage = document.createElement('div')
  document.body.append(stage)
  const scene: Scene = {
    kind: 'ask',
    question: name,
    draft: 'Ann',
    error: { message: 'No.' },
    position: 1,
    progress: 0,
    isLast: false,
  }
  const drawn = await new Promise<Scene>((resolve) =>
    rehearse(formOf([name, size]), {
      stage,
      visit: { scene, change() {}, next() {}, back() {} },
      draw(coming) {
        resolve(coming)
        return null
      },
      signal: new AbortController().signal,
    }),
  )
  expect(drawn).toEqual({ ...scene, question: size, draft: undefined, error: undefined })
})
