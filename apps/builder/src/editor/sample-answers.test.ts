import { compileForm, turn } from '@bantam/engine'
import { expect, test } from 'vitest'
import { starterForm } from '../form/starter.example.ts'
import { answersLeadingTo } from './sample-answers.ts'

const asked = (
  form: ReturnType<typeof starterForm>,
  answers: ReturnType<typeof answersLeadingTo>,
) => {
  const next = turn(compileForm(form), { answers: answers ?? [] })
  return next.kind === 'ask' ? next.question.id : 'the end'
}

test('finds answers that lead to every question of a branching form', () => {
  const form = starterForm()
  for (const { id } of form.questions) expect(asked(form, answersLeadingTo(form, id))).toBe(id)
})

test('finds answers that lead to the end', () => {
  const form = starterForm()
  expect(asked(form, answersLeadingTo(form, undefined))).toBe('the end')
})

test('says so when no path leads to a question', () => {
  const form = starterForm()
  const questions = form.questions.map((question) =>
    question.id === 'budget'
      ? { ...question, showIf: { ref: 'question:email', op: 'is', value: 'never@' } as const }
      : question,
  )
  expect(answersLeadingTo({ ...form, questions }, 'budget')).toBeUndefined()
  expect(answersLeadingTo(form, 'removed')).toBeUndefined()
})

test('reaches the last of hundreds of questions', () => {
  const form = starterForm()
  const questions = Array.from({ length: 389 }, (_, index) => ({
    id: `q${index}`,
    kind: 'yes-no' as const,
    title: `Question ${index}`,
    ...(index === 388 && { showIf: { ref: 'question:q2', op: 'is', value: false } as const }),
  }))
  const long = { ...form, questions }
  expect(asked(long, answersLeadingTo(long, 'q388'))).toBe('q388')
})
