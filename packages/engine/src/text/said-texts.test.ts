import type { Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { everyKind } from '../testing/every-kind.ts'
import { recall } from './recall.ts'
import { saidTexts } from './said-texts.ts'

const say = (text: string) => recall(text, (name) => (name === 'name' ? '{{Ann|x}}' : undefined))

/** One question per kind of text, each of which recalls the name. */
const worded = (text: string): readonly Question[] => {
  const texts = { title: text, help: text, why: text, section: { title: text, help: text } }
  const choices = [{ id: 'c', label: text }]
  const pictures = [{ id: 'c', label: text, alt: text, image: 'https://acme.example/c.png' }]
  const validation = { pattern: '{{name}}', patternHint: text }
  const url = 'https://acme.example/book'
  return [
    { ...texts, id: 's', kind: 'short-text', placeholder: text, validation },
    { ...texts, id: 'n', kind: 'number', placeholder: text, unit: text },
    { ...texts, id: 'd', kind: 'dropdown', placeholder: text, choices },
    { ...texts, id: 'p', kind: 'picture-choice', choices: pictures },
    { ...texts, id: 'm', kind: 'matrix', rows: choices, choices },
    { ...texts, id: 'l', kind: 'scale', labels: { low: text, high: text } },
    { ...texts, id: 'o', kind: 'statement', button: text },
    { ...texts, id: 'b', kind: 'scheduling', button: text, url },
  ]
}

test('every text of a question is recalled, and once only', () => {
  expect(worded('Hi {{name|you}} of {{firm|yours}}').map((one) => saidTexts(one, say))).toEqual(
    worded('Hi {{Ann|x}} of yours'),
  )
})

test('what a question does is never recalled', () => {
  const showIf = { ref: 'question:{{name}}', op: 'is', value: '{{name}}' } as const
  const question: Question = { id: '{{name}}', kind: 'email', title: 'Email?', showIf }
  expect(saidTexts(question, say)).toEqual(question)
})

test('an ending says what it recalls, and its address stays', () => {
  const url = 'https://acme.example/{{name|you}}'
  const ending = { id: 'e', kind: 'redirect', title: 'Bye {{name}}', body: '{{no|you}}', url }
  expect(saidTexts(ending, say)).toEqual({ ...ending, title: 'Bye {{Ann|x}}', body: 'you' })
})

test('what recalls nothing stays as it is', () => {
  for (const question of everyKind) expect(saidTexts(question, say)).toEqual(question)
})
