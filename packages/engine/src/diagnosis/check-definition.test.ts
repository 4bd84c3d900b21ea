import type { Form, Question } from '@bantam/schema'
import { expect, test } from 'vitest'
import { formOf, test as compared } from '../testing/forms.ts'
import { diagnose } from './diagnose.ts'

const need: Question = { id: 'need', kind: 'short-text', title: 'What hurts?', required: true }
const email: Question = { id: 'email', kind: 'email', title: 'Your email?', required: true }
const answered = { ref: 'question:need', op: 'is-answered' } as const
const urgent = compared('question:need', 'contains', 'now')
const codes = (changes: Partial<Form>) =>
  diagnose({ ...formOf([need, email]), ...changes })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ path, code }) => `${path} ${code}`)

test('a form whose jumps and conditions lead somewhere passes', () => {
  const jumps = [
    { when: urgent, to: 'ending:thanks' },
    { when: answered, to: 'question:email' },
  ]
  const back = [{ when: answered, to: 'question:need', atMost: 2 }]
  expect(
    codes({
      questions: [
        { ...need, jumps },
        { ...email, showIf: answered, jumps: back },
      ],
    }),
  ).toEqual([])
})

test('a jump back without a bound could go on for ever', () => {
  const jumps = [{ when: answered, to: 'question:need' }]
  expect(codes({ questions: [need, { ...email, jumps }] })).toEqual([
    'questions.1.jumps.0.atMost unbounded-jump',
  ])
})

test('a jump needs a target', () => {
  const jumps = [{ when: urgent, to: 'ending:gone' }]
  expect(codes({ questions: [{ ...need, jumps }, email] })).toEqual([
    'questions.0.jumps.0.to unknown-ending',
  ])
})

test('conditions name what the form has, however deep they are', () => {
  const showIf = {
    all: [
      { not: { any: [{ ref: 'hidden:plan', op: 'is' as const, value: 'pro' }] } },
      { ref: 'property:size', op: 'is-answered' as const },
    ],
  }
  expect(codes({ questions: [need, { ...email, showIf }] })).toEqual([
    'questions.1.showIf.all.0.not.any.0.ref unknown-reference',
    'questions.1.showIf.all.1.ref reference-not-allowed',
  ])
  expect(codes({ questions: [need, { ...email, showIf }], hidden: ['plan'] })).toEqual([
    'questions.1.showIf.all.1.ref reference-not-allowed',
  ])
})

test('a hidden field that is listed twice is listed once by its repair', () => {
  const { findings } = diagnose({ ...formOf([need, email]), hidden: ['plan', 'from', 'plan'] })
  expect(findings.filter(({ code }) => code === 'repeated-hidden')).toMatchObject([
    {
      severity: 'warning',
      path: 'hidden.2',
      fix: {
        edits: [
          { type: 'removeHidden', name: 'plan' },
          { type: 'addHidden', name: 'plan' },
        ],
      },
    },
  ])
})

test('a comparison needs something to compare with', () => {
  const showIf = { ref: 'question:need', op: 'contains' as const }
  expect(codes({ questions: [need, { ...email, showIf }] })).toEqual([
    'questions.1.showIf.value missing-value',
  ])
})

test('choices and calculations have ids of their own, and calculations keep their type', () => {
  const choice = { id: 'a', label: 'A' }
  const pick: Question = { id: 'pick', kind: 'dropdown', title: 'Pick', choices: [choice, choice] }
  const sum = {
    id: 'sum',
    type: 'number' as const,
    start: '0',
    steps: [{ do: 'add' as const, value: 1 }],
  }
  expect(codes({ questions: [pick], calculations: [sum, { ...sum, start: 0 }] })).toEqual([
    'questions.0.choices.1.id repeated-id',
    'calculations.0.start wrong-type',
    'calculations.1.id repeated-id',
  ])
})

test('an ending that leads away says where to', () => {
  const endings = [{ id: 'away', kind: 'redirect' as const, title: 'Bye' }]
  expect(codes({ endings })).toEqual(['endings.0.url missing-url'])
})
