import type { Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { everyKind } from '../testing/every-kind.ts'
import { saidLabels } from './said-labels.ts'

const say = (text: string) => text.replace('{{name|you}}', 'Ann')

test('labels of choices and rows say what they recall', () => {
  const matrix: Question = {
    id: 'q',
    kind: 'matrix',
    title: '{{name|you}}',
    rows: [{ id: 'r', label: 'For {{name|you}}' }],
    choices: [{ id: 'c', label: 'Good' }],
  }
  expect(saidLabels(matrix, say)).toEqual({
    ...matrix,
    rows: [{ id: 'r', label: 'For Ann' }],
  })
})

test('a question that recalls nothing in its labels is itself', () => {
  for (const question of everyKind) expect(saidLabels(question, say)).toBe(question)
})
