import type { Question } from '@bantam/schema'
import { hydrate, render } from 'preact'
import { expect, test, vi } from 'vitest'
import { Card } from '../faces/Card.tsx'
import { formOf, name, size } from '../form.example.ts'
import { firstInputs } from '../inputs/first-inputs.ts'
import type { InputProps } from '../inputs/input.ts'
import { english } from '../speech.ts'
import { createSketch } from './sketch.ts'

const deeds = () => ({ change: vi.fn(), pick: vi.fn(), next: vi.fn(), back: vi.fn() })

const cardOf = (
  question: Question,
  { draft, ...done }: { draft?: unknown } & Partial<ReturnType<typeof deeds>> = {},
) => (
  <Card
    {...deeds()}
    {...done}
    form={formOf([question])}
    scene={{ kind: 'ask', question, draft, position: 1, progress: 0, isLast: false }}
    input={firstInputs[question.kind as keyof typeof firstInputs] as (props: InputProps) => null}
    headingLevel="h2"
    speech={english}
  />
)

const about = { id: 'about', title: 'About you?', required: true }
const questions: readonly Question[] = [
  name,
  size,
  { ...size, id: 'sizes', kind: 'multiple-choice', required: false, other: true },
  { ...about, kind: 'email', help: 'We only write once.', why: 'To send the link.' },
  { ...about, kind: 'phone', section: { title: 'About you', help: 'Two questions.' } },
  { ...about, kind: 'number', unit: 'people', placeholder: '12' },
  { ...about, kind: 'date', validation: { min: '2026-01-01' } },
  { ...about, kind: 'yes-no' },
  { id: 'hello', kind: 'statement', title: 'Hello', button: 'Go' },
]

/** Elements with all that they say and hold, texts where one ends and the next begins included. */
const told = (node: Node): unknown =>
  node instanceof HTMLElement
    ? [
        node.localName,
        Object.fromEntries(
          [...node.attributes]
            .filter((attribute) => !['value', 'checked'].includes(attribute.name))
            .map((attribute) => [attribute.name.toLowerCase(), attribute.value])
            .toSorted(),
        ),
        Reflect.get(node, 'value'),
        Reflect.get(node, 'checked'),
        [...node.childNodes].map(told),
      ]
    : node.textContent

const sketched = () => {
  const stage = document.createElement('div')
  document.body.append(stage)
  const ending = new AbortController()
  return { stage, ending, draw: createSketch(stage, ending.signal) }
}

test.each(questions)('$kind stands as Preact would draw it', (question) => {
  const { stage, draw } = sketched()
  draw(cardOf(question))
  const drawn = document.createElement('div')
  render(cardOf(question), drawn)
  expect(told(stage)).toEqual(told(drawn))
})

test('what was drawn takes what has changed, and what it is for now', () => {
  const { stage, draw } = sketched()
  const many: Question = { ...size, kind: 'multiple-choice' }
  const change = vi.fn()
  draw(cardOf(many))
  const [small, large] = stage.querySelectorAll('input')
  draw(cardOf(many, { draft: ['small'], change }))
  expect([small?.checked, large?.checked]).toEqual([true, false])
  expect([...stage.querySelectorAll('input')]).toEqual([small, large])
  const drawn = document.createElement('div')
  render(cardOf(many, { draft: ['small'] }), drawn)
  expect(told(stage)).toEqual(told(drawn))
  large?.click()
  expect(change.mock.calls).toEqual([[['small', 'large']]])
})

test('Preact goes on with the same elements, and only it hears what is done then', () => {
  const { stage, ending, draw } = sketched()
  const early = vi.fn()
  draw(cardOf(name, { next: early }))
  const field = stage.querySelector('input')
  if (!field) throw new Error('no field')
  field.value = 'Ann'
  const next = vi.fn()
  hydrate(cardOf(name, { draft: 'Ann', next }), stage)
  ending.abort()
  expect(stage.querySelector('input')).toBe(field)
  expect(field.value).toBe('Ann')
  stage.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  expect([early, next].map(({ mock }) => mock.calls.length)).toEqual([0, 1])
  render(cardOf({ ...name, title: 'And your company?' }, { draft: '' }), stage)
  expect(stage.querySelector('h2')?.textContent).toBe('And your company?')
  expect(field.value).toBe('')
})
