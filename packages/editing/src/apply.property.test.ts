import { Form, Question } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anEdit, aForm, aQuestion } from './edit.example.ts'
import { fullForm } from './form.example.ts'
import { applyEdit, begin, mergeKeyOf, record, redo, settle, undo } from './index.ts'
import type { Edit } from './index.ts'
import { isQuestion } from './question-checks.ts'

test('any sequence of edits on a valid form gives a valid form, the very document the schema reads', () => {
  fc.assert(
    fc.property(aForm, fc.array(anEdit, { maxLength: 40 }), (before, edits) => {
      const form = edits.reduce<Form>(applyEdit, before)
      expect(Form.parse(form)).toEqual(form)
    }),
    { numRuns: 300 },
  )
})

test('an edit never touches the form it is given', () => {
  fc.assert(
    fc.property(anEdit, (edit) => {
      const form = fullForm()
      applyEdit(form, edit)
      expect(form).toEqual(fullForm())
    }),
    { numRuns: 300 },
  )
})

test('an edit that leaves a form as it was returns the very same one', () => {
  fc.assert(
    fc.property(aForm, anEdit, (form, edit) => {
      const once = applyEdit(form, edit)
      expect(once === form || JSON.stringify(once) !== JSON.stringify(form)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('the pen takes no question that the schema refuses, and refuses none that is stored', () => {
  fc.assert(
    fc.property(aQuestion, (question) => {
      const read = Question.safeParse(question)
      expect(read.success || !isQuestion(question)).toBe(true)
      expect(!read.success || isQuestion(read.data)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('undoing every step brings the form back that they began with, redoing them the last one', () => {
  const dispatch = (history: ReturnType<typeof begin<Form>>, edit: Edit) =>
    record(history, applyEdit(history.present, edit), mergeKeyOf(edit))
  fc.assert(
    fc.property(aForm, fc.array(anEdit, { maxLength: 30 }), (form, edits) => {
      const edited = settle(edits.reduce(dispatch, begin(form)))
      const steps = Array.from({ length: edited.past.length })
      const undone = steps.reduce<typeof edited>(undo, edited)
      expect(undone.present).toBe(form)
      expect(undone.past).toEqual([])
      expect(steps.reduce<typeof edited>(redo, undone)).toEqual(edited)
    }),
  )
})
