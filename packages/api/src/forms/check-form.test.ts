import type { Form, Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { form } from '../testing/records.ts'
import { checkForm } from './check-form.ts'

const [need, email] = form.questions as [Question, Question]
const codes = (changes: Partial<Form>) =>
  checkForm({ ...form, ...changes }).map(({ path, code }) => `${path} ${code}`)

test('what the diagnosis calls an error stops a form, and nothing else does', () => {
  expect(codes({})).toEqual([])
  expect(codes({ questions: [need] })).toEqual([])
  const endings = [{ id: 'away', kind: 'redirect' as const, title: 'Bye' }]
  expect(codes({ endings })).toEqual(['endings.0.url missing-url'])
})

test('a pattern that answers cannot be held to stops a form', () => {
  const coded = (pattern: string): Question => ({ ...need, validation: { pattern } }) as Question
  expect(codes({ questions: [coded('[A-Z]{2}'), email] })).toEqual([])
  expect(codes({ questions: [coded('(?=x)'), email] })).toEqual([
    'questions.0.validation.pattern invalid-pattern',
  ])
})
