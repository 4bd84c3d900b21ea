import { readAnswer } from '@bantam/engine'
import { Form, Question, type QuestionKind } from '@bantam/schema'
import { expect, test } from 'vitest'
import { kinds } from '../form/kinds.ts'
import { newQuestion } from './new-question.ts'
import { answersLeadingTo } from './sample-answers.ts'

const all = Object.keys(kinds) as QuestionKind[]

test.each(all)('a new %s is a question that the schema takes', (kind) => {
  const question = newQuestion(kind, [])
  expect(Question.safeParse(question).error).toBeUndefined()
  expect(question.kind).toBe(kind)
})

test.each(all)('the preview has a sample answer for a required %s', (kind) => {
  const form = Form.parse({
    schema: 1,
    title: 'Demo',
    language: 'en',
    questions: [{ ...newQuestion(kind, []), id: 'q', required: true }],
    endings: [{ id: 'thanks', kind: 'message', title: 'Thank you' }],
  })
  const [question] = form.questions
  const [answer] = answersLeadingTo(form, undefined) ?? []
  if (!question || kind === 'statement') return
  expect(readAnswer(question, answer?.value).kind).toBe('accepted')
})
