import { Form } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdit, type Edit } from './index.ts'
import { exampleForm } from './form.example.ts'

const after = (...edits: Edit[]) => edits.reduce<Form>(applyEdit, exampleForm())
const choices = (form: Form) => {
  const question = form.questions[0]
  return question && 'choices' in question ? question.choices.map(({ id }) => id) : []
}

test('typing a title changes that question and shares all others', () => {
  const before = exampleForm()
  const form = applyEdit(before, { type: 'setQuestionTitle', id: 'email', title: 'Your email' })
  expect(form.questions[1]?.title).toBe('Your email')
  expect(form.questions[0]).toBe(before.questions[0])
  expect(form.endings).toBe(before.endings)
})

test('clearing help takes it out of the document', () => {
  const form = after(
    { type: 'setQuestionHelp', id: 'email', help: 'We answer within a day' },
    { type: 'setQuestionHelp', id: 'email', help: '' },
  )
  expect(form).toEqual(exampleForm())
})

test('a choice keeps its id when its label changes', () => {
  const form = after({ type: 'setChoiceLabel', id: 'size', choice: 'small', label: '1 to 50' })
  expect(choices(form)).toEqual(['small', 'middle', 'large'])
})

test('a choice is added before its neighbour, or at the end', () => {
  const tiny = { id: 'tiny', label: 'Just me' }
  expect(choices(after({ type: 'addChoice', id: 'size', choice: tiny, before: 'small' }))).toEqual([
    'tiny',
    'small',
    'middle',
    'large',
  ])
  expect(choices(after({ type: 'addChoice', id: 'size', choice: tiny })).at(-1)).toBe('tiny')
})

test('a choice moves before its neighbour, or to the end', () => {
  expect(
    choices(after({ type: 'moveChoice', id: 'size', choice: 'large', before: 'middle' })),
  ).toEqual(['small', 'large', 'middle'])
  expect(choices(after({ type: 'moveChoice', id: 'size', choice: 'small' }))).toEqual([
    'middle',
    'large',
    'small',
  ])
})

test.each<Edit>([
  { type: 'setFormTitle', title: '' },
  { type: 'setQuestionTitle', id: 'nowhere', title: 'x' },
  { type: 'setQuestionTitle', id: 'email', title: 'x'.repeat(2001) },
  { type: 'setRequired', id: 'email', isRequired: true },
  { type: 'setChoiceLabel', id: 'email', choice: 'small', label: 'x' },
  { type: 'addChoice', id: 'size', choice: { id: 'small', label: 'again' } },
  { type: 'removeChoice', id: 'need', choice: 'speed' },
  { type: 'moveChoice', id: 'size', choice: 'large' },
  { type: 'moveQuestion', id: 'size', before: 'size' },
  { type: 'moveQuestion', id: 'size', before: 'nowhere' },
  { type: 'removeQuestion', id: 'nowhere' },
  { type: 'setEndingUrl', id: 'thanks', url: 'javascript:alert(1)' },
])('an edit that does not apply returns the same form: %j', (edit) => {
  const form = exampleForm()
  expect(applyEdit(form, edit)).toBe(form)
})

const id = fc.constantFrom('size', 'email', 'need', 'thanks', 'thanks-sales', 'new', 'nowhere')
const choice = fc.constantFrom('small', 'middle', 'large', 'speed', 'a', 'b', '')
const before = fc.option(fc.oneof(id, choice), { nil: undefined })
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(299, 300, 301, 500, 501, 2000, 2001, 4001, 10_001).map((n) => 'x'.repeat(n)),
)
const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ type: fc.constant('setFormTitle' as const), title: text }),
  fc.record({ type: fc.constant('setQuestionTitle' as const), id, title: text }),
  fc.record({ type: fc.constant('setQuestionHelp' as const), id, help: text }),
  fc.record({ type: fc.constant('setQuestionWhy' as const), id, why: text }),
  fc.record({ type: fc.constant('setRequired' as const), id, isRequired: fc.boolean() }),
  fc.record({
    type: fc.constant('addQuestion' as const),
    question: fc.record({ id, kind: fc.constant('short-text' as const), title: fc.string() }),
    before,
  }),
  fc.record({ type: fc.constant('removeQuestion' as const), id }),
  fc.record({ type: fc.constant('moveQuestion' as const), id, before }),
  fc.record({ type: fc.constant('setChoiceLabel' as const), id, choice, label: text }),
  fc.record({
    type: fc.constant('addChoice' as const),
    id,
    choice: fc.record({ id: choice, label: text }),
    before,
  }),
  fc.record({ type: fc.constant('removeChoice' as const), id, choice }),
  fc.record({ type: fc.constant('moveChoice' as const), id, choice, before }),
  fc.record({ type: fc.constant('setEndingTitle' as const), id, title: text }),
  fc.record({ type: fc.constant('setEndingBody' as const), id, body: text }),
  fc.record({
    type: fc.constant('setEndingUrl' as const),
    id,
    url: fc.oneof(
      text,
      fc.webUrl(),
      fc.string().map((rest) => `https://${rest}`),
    ),
  }),
)

test('any sequence of edits on a valid form gives a valid form', () => {
  fc.assert(
    fc.property(fc.array(anEdit, { maxLength: 30 }), (edits) => {
      expect(Form.safeParse(after(...edits)).error).toBeUndefined()
    }),
  )
})

test('an edit never touches the form it is given', () => {
  fc.assert(
    fc.property(anEdit, (edit) => {
      const form = exampleForm()
      applyEdit(form, edit)
      expect(form).toEqual(exampleForm())
    }),
  )
})
