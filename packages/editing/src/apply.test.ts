import type { Form, Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { applyEdit, type Edit } from './index.ts'
import { exampleForm, fullForm, questionsOfEveryKind } from './form.example.ts'

const after = (...edits: Edit[]) => edits.reduce<Form>(applyEdit, exampleForm())
const choices = (form: Form) => {
  const question = form.questions[0]
  return question && 'choices' in question ? question.choices.map(({ id }) => id) : []
}

test('typing a title changes that question and shares all others', () => {
  const before = exampleForm()
  const form = applyEdit(before, {
    type: 'setQuestion',
    id: 'email',
    field: 'title',
    value: 'Your email',
  })
  expect(form.questions[1]?.title).toBe('Your email')
  expect(form.questions[0]).toBe(before.questions[0])
  expect(form.endings).toBe(before.endings)
})

test('clearing help takes it out of the document', () => {
  const form = after(
    { type: 'setQuestion', id: 'email', field: 'help', value: 'We answer within a day' },
    { type: 'setQuestion', id: 'email', field: 'help', value: '' },
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

const pointless: readonly Edit[] = [
  { type: 'setForm', field: 'title', value: '' },
  { type: 'setQuestion', id: 'nowhere', field: 'title', value: 'x' },
  { type: 'setQuestion', id: 'email', field: 'title', value: 'x'.repeat(2001) },
  { type: 'setQuestion', id: 'email', field: 'required', value: true },
  { type: 'setQuestion', id: 'email', field: 'unit', value: 'seats' },
  { type: 'setQuestion', id: 'size', field: 'required', value: false },
  { type: 'setQuestionKind', id: 'email', blank: { id: 'x', kind: 'email', title: '' } },
  { type: 'duplicateQuestion', id: 'email', newId: 'size' },
  { type: 'removeJump', id: 'email', at: 0 },
  { type: 'addHidden', name: '' },
  { type: 'removeEnding', id: 'nowhere' },
  { type: 'batch', edits: [] },
  { type: 'setChoiceLabel', id: 'email', choice: 'small', label: 'x' },
  { type: 'addChoice', id: 'size', choice: { id: 'small', label: 'again' } },
  { type: 'removeChoice', id: 'need', choice: 'speed' },
  { type: 'moveChoice', id: 'size', choice: 'large' },
  { type: 'moveQuestion', id: 'size', before: 'size' },
  { type: 'moveQuestion', id: 'size', before: 'nowhere' },
  { type: 'removeQuestion', id: 'nowhere' },
  { type: 'setEnding', id: 'thanks', field: 'url', value: 'javascript:alert(1)' },
]
test.each(pointless.map((edit) => [JSON.stringify(edit).slice(0, 90), edit] as const))(
  'an edit that does not apply returns the same form: %s',
  (_, edit) => {
    const form = exampleForm()
    expect(applyEdit(form, edit)).toBe(form)
  },
)

const question = (form: Form, id: string): Question => {
  const found = form.questions.find((each) => each.id === id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}

test('a field beneath another is set and cleared with what holds it', () => {
  const longest: Edit = { type: 'setQuestion', id: 'email', field: 'section.title', value: 'You' }
  const form = after(longest)
  expect(question(form, 'email').section).toEqual({ title: 'You' })
  expect(applyEdit(form, { ...longest, value: '' })).toEqual(exampleForm())
})

test('a switch turned off is a switch never touched, but where its absence says on', () => {
  const form = after(
    { type: 'setQuestion', id: 'size', field: 'other', value: true },
    { type: 'setQuestion', id: 'size', field: 'other', value: false },
    { type: 'setQuestion', id: 'email', field: 'validation.business', value: true },
    { type: 'setQuestion', id: 'email', field: 'validation.business', value: false },
  )
  expect(form).toEqual(exampleForm())
  expect(after({ type: 'setForm', field: 'profiling.stopWhenDecided', value: false })).toEqual({
    ...exampleForm(),
    profiling: { stopWhenDecided: false },
  })
})

test('another kind keeps what fits it and takes the rest from a blank', () => {
  const kinds = questionsOfEveryKind
  const become = (from: Question, blank: Question) =>
    question(applyEdit(fullForm(), { type: 'setQuestionKind', id: from.id, blank }), from.id)
  expect(become(kinds['short-text'], kinds['long-text'])).toEqual({
    ...kinds['short-text'],
    kind: 'long-text',
  })
  expect(become(kinds['picture-choice'], kinds.dropdown)).toEqual({
    id: 'picture',
    kind: 'dropdown',
    title: 'Picture',
    choices: [{ id: 'a', label: 'A' }],
    placeholder: 'Choose',
  })
  expect(become(kinds.number, kinds['multiple-choice'])).toMatchObject({
    kind: 'multiple-choice',
    remember: { freshDays: 90 },
    validation: { min: 1, max: 2 },
    choices: kinds['multiple-choice'].choices,
  })
  expect(become(kinds.company, kinds.contact)).toMatchObject({ parts: ['email'] })
})

test('a copy stands after the original, without its jumps and lead property', () => {
  const form = applyEdit(fullForm(), { type: 'duplicateQuestion', id: 'name', newId: 'name-2' })
  const { property: _, ...rest } = questionsOfEveryKind['short-text']
  expect(form.questions[1]).toEqual({ ...rest, id: 'name-2' })
  const last = applyEdit(fullForm(), { type: 'duplicateQuestion', id: 'call', newId: 'call-2' })
  expect(last.questions.at(-1)?.jumps).toBeUndefined()
})

test('jumps are added, changed, moved and removed by their place', () => {
  const jump = (value: string) => ({
    when: { ref: 'question:size', op: 'is' as const, value },
    to: 'ending:thanks',
  })
  const jumps = (...edits: Edit[]) => question(after(...edits), 'size').jumps
  const two: Edit[] = [
    { type: 'addJump', id: 'size', jump: jump('small') },
    { type: 'addJump', id: 'size', jump: jump('large'), at: 0 },
  ]
  expect(jumps(...two)).toEqual([jump('large'), jump('small')])
  expect(jumps(...two, { type: 'moveJump', id: 'size', at: 0, to: 1 })).toEqual([
    jump('small'),
    jump('large'),
  ])
  expect(jumps(...two, { type: 'setJump', id: 'size', at: 1, jump: jump('middle') })).toEqual([
    jump('large'),
    jump('middle'),
  ])
  const gone: Edit = { type: 'removeJump', id: 'size', at: 0 }
  expect(after(...two, gone, gone)).toEqual(exampleForm())
})

test('lists of a form come and go with what they hold', () => {
  const form = after(
    { type: 'addHidden', name: 'plan' },
    { type: 'addConsent', consent: { purpose: 'calls', text: 'Call me', textVersion: '1' } },
    { type: 'addCalculation', calculation: { id: 'sum', type: 'number', start: 0, steps: [] } },
    { type: 'setTranslation', language: 'de', key: 'title', text: 'Vorführung' },
    { type: 'setTheme', name: 'accent', value: '#c2410c' },
  )
  expect(form).toMatchObject({
    hidden: ['plan'],
    consents: [{ purpose: 'calls' }],
    calculations: [{ id: 'sum' }],
    translations: { de: { title: 'Vorführung' } },
    theme: { accent: '#c2410c' },
  })
  const back: Edit[] = [
    { type: 'removeHidden', name: 'plan' },
    { type: 'removeConsent', purpose: 'calls' },
    { type: 'removeCalculation', id: 'sum' },
    { type: 'setTranslations', language: 'de', texts: undefined },
    { type: 'setTheme', name: 'accent', value: undefined },
  ]
  expect(back.reduce(applyEdit, form)).toEqual(exampleForm())
})

test('a hidden field and a calculation take their rules and texts along to a new name', () => {
  const when = { ref: 'hidden:plan', op: 'is', value: 'pro' } as const
  const step = { when: { not: when }, do: 'add', value: 1 } as const
  const form = after(
    { type: 'addHidden', name: 'plan' },
    { type: 'addHidden', name: 'planet' },
    {
      type: 'addCalculation',
      calculation: { id: 'sum', type: 'number', start: 0, steps: [step] },
    },
    { type: 'setShowIf', id: 'need', when: { all: [when, { ...when, ref: 'hidden:planet' }] } },
    { type: 'setQuestion', id: 'size', field: 'help', value: 'On {{ hidden:plan |free}}' },
    { type: 'setEnding', id: 'thanks', field: 'title', value: '{{calculation.sum}} points' },
    { type: 'setTranslation', language: 'de', key: 'title', text: '{{hidden.plan}}' },
  )
  const renamed = applyEdit(applyEdit(form, { type: 'renameHidden', name: 'plan', to: 'tier' }), {
    type: 'renameCalculation',
    id: 'sum',
    to: 'points',
  })
  expect(renamed.hidden).toEqual(['tier', 'planet'])
  expect(question(renamed, 'need').showIf).toEqual({
    all: [
      { ...when, ref: 'hidden:tier' },
      { ...when, ref: 'hidden:planet' },
    ],
  })
  expect(renamed.calculations).toEqual([
    {
      id: 'points',
      type: 'number',
      start: 0,
      steps: [{ ...step, when: { not: { ...when, ref: 'hidden:tier' } } }],
    },
  ])
  expect(question(renamed, 'size').help).toBe('On {{ hidden:tier |free}}')
  expect(renamed.endings[0]?.title).toBe('{{calculation.points}} points')
  expect(renamed.translations).toEqual({ de: { title: '{{hidden.tier}}' } })
  for (const to of ['planet', '', 'x'.repeat(101)])
    expect(applyEdit(form, { type: 'renameHidden', name: 'plan', to })).toBe(form)
})

test('a name that would make a text too long is refused', () => {
  const form = after(
    { type: 'addHidden', name: 'plan' },
    {
      type: 'setQuestion',
      id: 'size',
      field: 'title',
      value: `{{hidden:plan}}${'x'.repeat(1980)}`,
    },
  )
  expect(applyEdit(form, { type: 'renameHidden', name: 'plan', to: 'x'.repeat(50) })).toBe(form)
})

test('a language stays when its last text is cleared', () => {
  const text = { type: 'setTranslation', language: 'de', key: 'title' } as const
  const form = after({ ...text, text: 'Vorführung' }, { ...text, text: '' })
  expect(form.translations).toEqual({ de: {} })
  expect(after({ ...text, text: '' })).toEqual(exampleForm())
})

test('a picture is for a picture choice only', () => {
  const image: Edit = {
    type: 'setChoiceImage',
    id: 'size',
    choice: 'small',
    image: 'https://a.example/1',
  }
  const form = exampleForm()
  expect(applyEdit(form, image)).toBe(form)
  const pictures = applyEdit(fullForm(), { ...image, id: 'picture', choice: 'a' })
  expect(question(pictures, 'picture')).toMatchObject({
    choices: [{ id: 'a', label: 'A', image: 'https://a.example/1', alt: 'An A' }],
  })
})

test('a batch is one edit and passes over what does not apply', () => {
  const edits: Edit[] = [
    { type: 'removeQuestion', id: 'nowhere' },
    { type: 'setShowIf', id: 'need', when: { ref: 'question:size', op: 'is', value: 'large' } },
    { type: 'setEnding', id: 'thanks', field: 'kind', value: 'asset' },
  ]
  expect(after({ type: 'batch', edits })).toEqual(after(...edits))
})

test('the last of what a form needs stays', () => {
  const { questions, endings, ...rest } = exampleForm()
  const least = { ...rest, questions: questions.slice(2), endings: endings.slice(0, 1) }
  const removals: Edit[] = [
    { type: 'removeQuestion', id: 'need' },
    { type: 'removeEnding', id: 'thanks' },
    { type: 'removeChoice', id: 'need', choice: 'speed' },
  ]
  for (const removal of removals) expect(applyEdit(least, removal)).toBe(least)
})

test('no name of a prototype gets into a form', () => {
  const form = fullForm()
  const names: Edit[] = [
    { type: 'setTheme', name: '__proto__', value: 'x' },
    { type: 'setTranslation', language: '__proto__', key: 'title', text: 'x' },
    { type: 'setTranslation', language: 'de', key: '__proto__', text: 'x' },
    { type: 'setTranslations', language: '__proto__', texts: {} },
    { type: 'addHidden', name: 'prototype' },
    { type: 'renameHidden', name: form.hidden?.[0] ?? '', to: 'constructor' },
    { type: 'setQuestion', id: form.questions[0]?.id ?? '', field: 'property', value: '__proto__' },
  ]
  for (const edit of names) expect(applyEdit(form, edit)).toBe(form)
})
