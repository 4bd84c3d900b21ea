import type { Form } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aForm, anEdit } from './edit.example.ts'
import { isSame } from './same.ts'
import { applyEdit, changedPlace, differencesBetween, type Edit } from './index.ts'
import { exampleForm, fullForm } from './form.example.ts'

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
      { type: 'setQuestion', id: 'size', field: 'title', value: 'Company size' },
      { type: 'removeChoice', id: 'size', choice: 'small' },
    ),
  ).toEqual([
    {
      place: { part: 'question', id: 'size' },
      kind: 'changed',
      title: 'Company size',
      changes: [
        { what: 'title', before: 'How big is your company?', after: 'Company size' },
        { what: 'removed choice', before: '1–50' },
      ],
    },
  ])
})

test('a moved question is one move, not a move of all others', () => {
  expect(differences({ type: 'moveQuestion', id: 'size' })).toEqual([
    {
      place: { part: 'question', id: 'size' },
      kind: 'moved',
      title: 'How big is your company?',
      changes: [],
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
  expect(place({ type: 'setEnding', id: 'thanks', field: 'title', value: 'Bye' })).toEqual({
    part: 'ending',
    id: 'thanks',
  })
  expect(place({ type: 'setForm', field: 'title', value: 'Demo' })).toEqual({ part: 'form' })
  expect(place({ type: 'addHidden', name: 'plan' })).toEqual({ part: 'form' })
  expect(place({ type: 'setTheme', name: 'face', value: 'chat' })).toEqual({ part: 'form' })
  expect(place({ type: 'moveQuestion', id: 'size' })).toBeUndefined()
})

test('tells every kind of change in words, short ones with what it was and is', () => {
  const before = fullForm()
  const edits: Edit[] = [
    { type: 'setForm', field: 'profiling.budget', value: 2 },
    { type: 'setForm', field: 'profiling.stopWhenDecided', value: undefined },
    { type: 'setTheme', name: 'accent', value: '#123456' },
    { type: 'setTranslation', language: 'de', key: 'title', text: 'Demo' },
    { type: 'addHidden', name: 'source' },
    { type: 'removeCalculation', id: 'sum' },
    { type: 'setConsent', purpose: 'marketing', field: 'text', value: 'You may write to me' },
    { type: 'setQuestion', id: 'seats', field: 'validation.max', value: 40 },
    { type: 'setQuestion', id: 'seats', field: 'validation.integer', value: false },
    { type: 'setQuestion', id: 'name', field: 'section.help', value: 'x'.repeat(200) },
    { type: 'setShowIf', id: 'many', when: undefined },
    { type: 'setRowLabel', id: 'grid', row: 'a', label: 'Alpha' },
    { type: 'moveChoice', id: 'rank', choice: 'b', before: 'a' },
    { type: 'setChoiceAlt', id: 'picture', choice: 'a', alt: '' },
    { type: 'setQuestion', id: 'firm', field: 'parts', value: ['name'] },
    { type: 'removeJump', id: 'call', at: 0 },
    { type: 'setEnding', id: 'thanks', field: 'for', value: 'nurture' },
  ]
  const found = differencesBetween(before, edits.reduce(applyEdit, before)).flatMap(({ changes }) =>
    changes.map(({ what, before: was, after: is }) => [what, was, is]),
  )
  expect(found).toEqual([
    ['most new questions', '3', '2'],
    ['stop when decided', 'no', undefined],
    ['new hidden field', undefined, 'source'],
    ['removed calculation', 'sum', undefined],
    ['consent text', 'Write to me', 'You may write to me'],
    ['translations (de.title)', 'Vorführung', 'Demo'],
    ['brand colour', '#c2410c', '#123456'],
    ['help of the section', 'Two questions', undefined],
    ['most', '9.5', '40'],
    ['whole numbers only', 'yes', undefined],
    ['when it shows', undefined, undefined],
    ['choice', undefined, 'A'],
    ['order of choices', undefined, undefined],
    ['row', 'A', 'Alpha'],
    ['parts', 'name, size', 'name'],
    ['branches', undefined, undefined],
    ['lane', undefined, 'nurture'],
  ])
})

test('a form differs from another exactly when their documents do', () => {
  fc.assert(
    fc.property(aForm, fc.array(anEdit, { maxLength: 5 }), (form, edits) => {
      const edited = edits.reduce<Form>(applyEdit, form)
      expect(differencesBetween(form, edited).length === 0).toBe(isSame(edited, form))
    }),
    { numRuns: 500 },
  )
})
