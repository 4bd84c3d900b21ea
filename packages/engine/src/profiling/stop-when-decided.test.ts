import type { AnswerValue, Form, Question, Routing, ScoringModel } from '@bantam/schema'
import { expect, test } from 'vitest'
import type { State } from '../conversation/walk.ts'
import { choices, formOf, is, shortText, test as when } from '../testing/forms.ts'
import { noRouting, stakesOf } from '../testing/stakes.ts'
import { skippable } from './stop-when-decided.ts'

type Says = { readonly [id: string]: AnswerValue | null }

const yesNo = (id: string, more: Partial<Question> = {}): Question =>
  ({ id, kind: 'yes-no', title: id, ...more }) as Question

/** Fit decides all: who says yes to `fits` gets 60 of 100, who says yes to `large` the rest. */
const fitModel: ScoringModel = {
  schema: 1,
  name: 'Fit',
  fit: {
    groups: [
      {
        id: 'g',
        label: 'G',
        criteria: [
          { id: 'fits', label: 'Fits', when: is('fits', true), points: 60 },
          { id: 'large', label: 'Large', when: is('large', true), points: 40 },
        ],
      },
    ],
  },
  intent: {
    groups: [
      {
        id: 'i',
        label: 'I',
        criteria: [{ id: 'any', label: 'Any', when: { all: [] }, points: 60 }],
      },
    ],
  },
}

const skipped = (
  { form, model = fitModel, routing }: { form: Form; model?: ScoringModel; routing?: Routing },
  says: Says = {},
) =>
  skippable(stakesOf(form, model, routing), {
    state: {
      answers: Object.entries(says).map(([questionId, value]) => ({ questionId, value })),
      hidden: {},
    },
    signals: [],
    inList: undefined,
    now: 0,
  })

const open = formOf([yesNo('fits'), yesNo('large'), shortText('remark')])

test('nothing is dropped before the lane is decided, and all that is optional afterwards', () => {
  expect(skipped({ form: open })).toEqual([])
  expect(skipped({ form: open }, { fits: true })).toEqual(['large', 'remark'])
  expect(skipped({ form: open }, { fits: false })).toEqual(['large', 'remark'])
  expect(skipped({ form: open }, { fits: null })).toEqual(['large', 'remark'])
})

test('a form may ask on', () => {
  const form = { ...open, profiling: { stopWhenDecided: false } }
  expect(skipped({ form }, { fits: true })).toEqual([])
})

test('ways to reach a person, consents and appointments stay', () => {
  const form = formOf([
    yesNo('fits'),
    { id: 'mail', kind: 'email', title: 'Mail' },
    { id: 'phone', kind: 'phone', title: 'Phone' },
    { id: 'contact', kind: 'contact', title: 'Contact' },
    { id: 'consent', kind: 'consent', title: 'Consent' },
    { id: 'call', kind: 'scheduling', title: 'Call', url: 'https://cal.example/' },
    shortText('name', { sensitivity: 'contact' }),
    shortText('must', { required: true }),
    { id: 'word', kind: 'statement', title: 'A word' },
    shortText('remark'),
  ])
  expect(skipped({ form }, { fits: true })).toEqual(['remark'])
})

test('who is decided for sales is still asked the BANT questions, unless the form says otherwise', () => {
  const questions = [yesNo('fits'), yesNo('money', { bant: 'budget' }), shortText('remark')]
  const form = formOf(questions)
  expect(skipped({ form }, { fits: true })).toEqual(['remark'])
  expect(skipped({ form }, { fits: false })).toEqual(['money', 'remark'])
  const brief = formOf(questions, { profiling: { keepBantForSales: false } })
  expect(skipped({ form: brief }, { fits: true })).toEqual(['money', 'remark'])
})

test('an open exclusion, rule of routing or promise keeps every question', () => {
  const given = { fits: true }
  const exclusion = { id: 'e', when: is('large', true), reason: 'too-large' }
  expect(skipped({ form: open, model: { ...fitModel, exclusions: [exclusion] } }, given)).toEqual(
    [],
  )
  const rule = { id: 'r', label: 'R', when: is('large', true), to: noRouting.fallback }
  expect(skipped({ form: open, routing: { ...noRouting, rules: [rule] } }, given)).toEqual([])
  const forOthers = { ...rule, lanes: ['prospecting' as const] }
  expect(skipped({ form: open, routing: { ...noRouting, rules: [forOthers] } }, given)).toEqual([
    'large',
    'remark',
  ])
  const [last] = noRouting.policies
  const promise = { ...last, id: 'p', label: 'P', firstTouchMinutes: 1, calendar: 'none' }
  const policies = [{ ...promise, when: is('large', true) }, promise]
  expect(skipped({ form: open, routing: { ...noRouting, policies } }, given)).toEqual([])
})

test('a question that decides whether a required one is asked stays, and so does what leads to it', () => {
  const form = formOf([
    yesNo('fits'),
    yesNo('leads'),
    yesNo('large', { showIf: is('leads', true) }),
    shortText('why', { required: true, showIf: is('large', true) }),
    shortText('remark'),
  ])
  expect(skipped({ form }, { fits: true })).toEqual(['remark'])
})

test('a jump past optional questions alone holds nothing back, one past a required question does', () => {
  const form = (required: boolean) =>
    formOf([
      yesNo('fits'),
      yesNo('large', { jumps: [{ when: is('large', true), to: 'question:remark' }] }),
      shortText('why', { required }),
      shortText('remark'),
    ])
  expect(skipped({ form: form(false) }, { fits: true })).toEqual(['large', 'why', 'remark'])
  expect(skipped({ form: form(true) }, { fits: true })).toEqual(['remark'])
})

test('a required question that a jump leads past may stay unanswered', () => {
  const model = { ...fitModel, thresholds: { fit: 30 } }
  const form = (to: string) =>
    formOf([
      yesNo('remark', { jumps: [{ when: is('remark', true), to }] }),
      { ...yesNo('large', { required: true }), kind: 'consent' } as Question,
      yesNo('other'),
    ])
  expect(skipped({ form: form('question:large'), model })).toEqual(['remark', 'other'])
  expect(skipped({ form: form('question:other'), model })).toEqual([])
})

test('a jump into the way to another jump decides as well whether a required question is asked', () => {
  const form = formOf([
    yesNo('fits'),
    yesNo('large'),
    shortText('a', { jumps: [{ when: is('large', true), to: 'question:why' }] }),
    shortText('b', { jumps: [{ when: { all: [] }, to: 'question:remark' }] }),
    shortText('why', { required: true }),
    shortText('remark'),
  ])
  expect(skipped({ form }, { fits: true })).toEqual(['a', 'b', 'remark'])
})

test('a jump back that is taken once leaves the rest of the form open', () => {
  const back = { when: { all: [] }, to: 'question:large', atMost: 1 }
  const form = formOf([yesNo('large'), shortText('remark', { jumps: [back] }), yesNo('fits')])
  expect(skipped({ form })).toEqual([])
})

test('the question that is being asked may be passed over when a jump leads back to it', () => {
  const questions = [
    yesNo('again', {
      showIf: when('calculation:times', 'at-most', 0),
      jumps: [{ when: { all: [] }, to: 'question:large' }],
    }),
    yesNo('fits'),
    yesNo('large', { jumps: [{ when: is('large', true), to: 'question:again', atMost: 1 }] }),
  ]
  const steps = [{ when: is('large', true), do: 'add' as const, value: 1 }]
  const form = formOf(questions, {
    calculations: [{ id: 'times', type: 'number', start: 0, steps }],
  })
  expect(skipped({ form })).toEqual([])
})

test('a property that another question may fill anew keeps what it holds if that is not answered', () => {
  const choice = { kind: 'single-choice' as const, title: 'Role', property: 'role' }
  const form = formOf([
    { ...choice, id: 'role', choices: choices('A', 'B') },
    { ...choice, id: 'other', choices: choices('C', 'D') },
  ])
  const criterion = { id: 'a', label: 'A', when: when('property:role', 'is', 'a'), points: 60 }
  const fit = { groups: [{ id: 'g', label: 'G', criteria: [criterion] }] }
  const model = { ...fitModel, fit }
  expect(skipped({ form, model }, { role: 'a' })).toEqual([])
  expect(skipped({ form, model }, { role: 'b' })).toEqual(['other'])
})

test('a property may lose what it holds where a jump leads back to the answer it came from', () => {
  const criterion = { id: 'a', label: 'A', when: when('property:p', 'is-answered'), points: 60 }
  const model = { ...fitModel, fit: { groups: [{ id: 'g', label: 'G', criteria: [criterion] }] } }
  const form = (to: string) =>
    formOf([
      yesNo('fits', { property: 'p' }),
      yesNo('large', { property: 'p' }),
      yesNo('again', { jumps: [{ when: is('again', true), to, atMost: 1 }] }),
    ])
  expect(skipped({ form: form('question:fits'), model }, { fits: true })).toEqual([])
  expect(skipped({ form: form('question:large'), model }, { fits: true })).toEqual(['large'])
})

test('numbers and dates that no criterion tells apart count as one', () => {
  const model: ScoringModel = {
    ...fitModel,
    fit: {
      groups: [
        {
          id: 'g',
          label: 'G',
          pick: 'first',
          criteria: [
            { id: 'a', label: 'A', when: when('question:seats', 'less-than', 10), points: 55 },
            { id: 'b', label: 'B', when: when('question:seats', 'at-least', 10), points: 70 },
            { id: 'c', label: 'C', when: { all: [] }, points: 100 },
          ],
        },
      ],
    },
  }
  const seats = { id: 'seats', kind: 'number' as const, title: 'Seats' }
  const form = formOf([{ ...seats, required: true }, shortText('remark')])
  expect(skipped({ form, model })).toEqual(['remark'])
})

test('what is known from before decides, and what is never asked stays unanswered', () => {
  const role = { id: 'role', kind: 'single-choice' as const, title: 'R', choices: choices('A') }
  const form = formOf([role, yesNo('fits'), yesNo('large'), shortText('remark')])
  const stakes = stakesOf(form, fitModel)
  const standing = (state: Partial<State>) =>
    skippable(stakes, {
      state: { answers: [], hidden: {}, ...state },
      signals: [],
      inList: undefined,
      now: 0,
    })
  expect(standing({})).toEqual([])
  expect(standing({ known: new Map([['fits', true]]) })).toEqual(['role', 'large', 'remark'])
  expect(standing({ skip: new Set(['fits', 'large']) })).toEqual(['role', 'remark'])
})
