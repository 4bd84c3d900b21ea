import { expect, test } from 'vitest'
import { applyEdit, changedPlace, differencesBetween, type Edit } from './index.ts'
import { exampleForm } from './form.example.ts'

const differences = (...edits: Edit[]) =>
  differencesBetween(exampleForm(), edits.reduce(applyEdit, exampleForm()))

test('a form does not differ from itself, whatever the order of its keys', () => {
  const form = exampleForm()
  const reordered = {
    ...form,
    questions: form.questions.map(({ id, ...rest }) => ({ ...rest, id })),
  }
  expect(differencesBetween(form, reordered)).toEqual([])
})

test('names what changed of a question', () => {
  expect(
    differences(
      { type: 'setQuestionTitle', id: 'size', title: 'Company size' },
      { type: 'removeChoice', id: 'size', choice: 'small' },
    ),
  ).toEqual([
    {
      place: { part: 'question', id: 'size' },
      kind: 'changed',
      title: 'Company size',
      what: ['title', 'choices'],
    },
  ])
})

test('a moved question is one move, not a move of all others', () => {
  expect(differences({ type: 'moveQuestion', id: 'size' })).toEqual([
    {
      place: { part: 'question', id: 'size' },
      kind: 'moved',
      title: 'How big is your company?',
      what: [],
    },
  ])
})

test('lists what was added and removed', () => {
  const found = differences(
    {
      type: 'addQuestion',
      question: { id: 'budget', kind: 'number', title: 'Budget' },
      before: 'email',
    },
    { type: 'removeQuestion', id: 'need' },
  )
  expect(found.map(({ kind, title }) => [kind, title])).toEqual([
    ['added', 'Budget'],
    ['removed', 'What brings you here?'],
  ])
})

test('finds the place an edit touched', () => {
  const before = exampleForm()
  const place = (edit: Edit) => changedPlace(before, applyEdit(before, edit))
  expect(place({ type: 'setEndingTitle', id: 'thanks', title: 'Bye' })).toEqual({
    part: 'ending',
    id: 'thanks',
  })
  expect(place({ type: 'setFormTitle', title: 'Demo' })).toEqual({ part: 'form' })
  expect(place({ type: 'moveQuestion', id: 'size' })).toBeUndefined()
})
