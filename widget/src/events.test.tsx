import type { Question } from '@bantam/schema'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAnnouncer } from './events.ts'
import { name as nameQuestion, size } from './form.example.ts'
import type { Scene } from './visit.ts'

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const ask = (question: Question, draft?: unknown): Scene => ({
  kind: 'ask',
  question,
  draft,
  position: 1,
  progress: 0,
  isLast: false,
})
const ended: Scene = {
  kind: 'ended',
  submissionId: 's-1',
  ending: { id: 'thanks', kind: 'message', title: 'Thank you, Ann' },
}

const stage = (attributes: { [name: string]: string } = {}, options: object = {}) => {
  const element = Object.assign(document.createElement('div'), { options })
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  document.body.append(element)
  const root = element.attachShadow({ mode: 'open' })
  const told: unknown[] = []
  for (const event of ['ready', 'started', 'question-changed', 'submit', 'ending-button-click'])
    document.addEventListener(`bantam:${event}`, (heard) => {
      if (heard.target === element) told.push([event, Reflect.get(heard, 'detail')])
    })
  return { element, root, told, ...createAnnouncer(element, { formId: 'demo', root }) }
}
const visit = ({ onScene }: ReturnType<typeof stage>) => {
  onScene({ kind: 'opening' })
  onScene(ask(size))
  onScene(ask(size, 'small'))
  onScene(ask(nameQuestion))
  onScene(ask(nameQuestion, 'Ann'))
  onScene({ kind: 'sending' })
  onScene(ended)
}

test('a page hears of each step once, in order, and of no answer', () => {
  const shown = stage()
  visit(shown)
  expect(shown.told).toEqual([
    ['ready', { formId: 'demo' }],
    ['started', { formId: 'demo' }],
    ['question-changed', { formId: 'demo', ref: 'name' }],
    ['submit', { formId: 'demo', responseId: 's-1' }],
  ])
  expect(JSON.stringify(shown.told)).not.toContain('Ann')
})

test('a link of the ending that is followed is told, until it stops', () => {
  const shown = stage()
  visit(shown)
  const link = document.createElement('a')
  shown.root.append(link)
  link.click()
  expect(shown.told.at(-1)).toEqual(['ending-button-click', { formId: 'demo', ref: 'thanks' }])
  shown.stop()
  link.click()
  expect(shown.told).toHaveLength(5)
})

test('callbacks of the call and of the attributes are called', () => {
  const heard: unknown[] = []
  vi.stubGlobal('onFormSubmit', (detail: unknown) => heard.push(detail))
  const shown = stage(
    { 'data-on-submit': 'onFormSubmit', 'data-on-ready': 'nowhere' },
    { onQuestionChanged: (detail: unknown) => heard.push(detail) },
  )
  visit(shown)
  expect(heard).toEqual([
    { formId: 'demo', ref: 'name' },
    { formId: 'demo', responseId: 's-1' },
  ])
})

test('a data layer hears of the events where the page asks for it', () => {
  vi.stubGlobal('dataLayer', [{ event: 'gtm.js' }])
  visit(stage({ 'data-data-layer': '' }))
  visit(stage({ 'data-data-layer': 'layer' }))
  visit(stage())
  const events = (layer: unknown) => (layer as { event: string }[]).map(({ event }) => event)
  const all = ['ready', 'started', 'question-changed', 'submit'].map((name) => `bantam:${name}`)
  expect(events(Reflect.get(globalThis, 'dataLayer'))).toEqual(['gtm.js', ...all])
  expect(events(Reflect.get(globalThis, 'layer'))).toEqual(all)
  Reflect.deleteProperty(globalThis, 'layer')
})
