import { expect, test } from 'vitest'
import { choices, demoRequest, formOf, is, shortText, test as when } from '../testing/forms.ts'
import { compileForm } from './compile-form.ts'
import { replay } from './replay.ts'
import { turn } from './turn.ts'

const asked = (form: Parameters<typeof compileForm>[0], answers: [string, unknown][]) => {
  const next = turn(compileForm(form), {
    answers: answers.map(([questionId, value]) => ({ questionId, value })),
  })
  return next.kind === 'ask' ? next.question.id : `ending:${next.ending ?? ''}`
}

const yesNo = (id: string, more = {}) => ({ id, kind: 'yes-no' as const, title: id, ...more })

test('a required question that was skipped or refused is asked again', () => {
  const form = formOf([
    { id: 'email', kind: 'email', title: 'Email', required: true },
    shortText('b'),
  ])
  expect(asked(form, [['email', null]])).toBe('email')
  expect(asked(form, [['email', '']])).toBe('email')
  expect(asked(form, [['email', 'nobody']])).toBe('email')
  expect(asked(form, [['email', 'a@b.example']])).toBe('b')
})

test('a statement waits to be passed', () => {
  const form = formOf([{ id: 'hello', kind: 'statement', title: 'Hello' }, shortText('b')])
  expect(asked(form, [])).toBe('hello')
  expect(asked(form, [['hello', true]])).toBe('b')
})

test('a question not yet visited is unknown: neither answered nor unanswered', () => {
  const form = formOf([
    shortText('a', { showIf: when('question:b', 'is-answered') }),
    shortText('c', { showIf: when('question:b', 'is-not-answered') }),
    shortText('b'),
    shortText('d', { showIf: when('question:b', 'is-not-answered') }),
  ])
  expect(asked(form, [])).toBe('b')
  expect(asked(form, [['b', null]])).toBe('d')
})

test('an unanswered question never counts as another answer', () => {
  const form = formOf([yesNo('a'), shortText('b', { showIf: when('question:a', 'is-not', true) })])
  expect(asked(form, [['a', null]])).toBe('ending:')
  expect(asked(form, [['a', false]])).toBe('b')
})

test('the first jump whose condition holds wins, and lands on the next question shown', () => {
  const form = formOf([
    yesNo('a', {
      jumps: [
        { when: is('a', false), to: 'question:d' },
        { when: is('a', true), to: 'question:c' },
        { when: is('a', true), to: 'ending:thanks' },
      ],
    }),
    shortText('b'),
    shortText('c', { showIf: is('a', false) }),
    shortText('d'),
  ])
  expect(asked(form, [['a', true]])).toBe('d')
})

test('a jump back needs a bound and is taken no more often than it says', () => {
  const loop = (atMost?: number) =>
    formOf([
      shortText('a'),
      yesNo('again', {
        jumps: [{ when: is('again', true), to: 'question:a', ...(atMost && { atMost }) }],
      }),
      shortText('end'),
    ])
  const once: [string, unknown][] = [
    ['a', 'x'],
    ['again', true],
  ]
  expect(asked(loop(), once)).toBe('end')
  expect(asked(loop(1), once)).toBe('a')
  expect(asked(loop(1), [...once, ...once])).toBe('end')
})

test('jumps to a question that is gone are as if absent', () => {
  const form = formOf([
    yesNo('a', { jumps: [{ when: is('a', true), to: 'question:gone' }] }),
    shortText('b'),
  ])
  expect(asked(form, [['a', true]])).toBe('b')
})

test('remaining is the longest way still open, and shrinks with every decision', () => {
  const form = compileForm(
    formOf([
      yesNo('a', { jumps: [{ when: is('a', false), to: 'question:d' }] }),
      shortText('b'),
      shortText('c', { showIf: is('a', true) }),
      shortText('d'),
    ]),
  )
  const remaining = (answers: [string, unknown][]) => {
    const next = turn(form, {
      answers: answers.map(([questionId, value]) => ({ questionId, value })),
    })
    return next.kind === 'ask' ? next.remaining : 0
  }
  expect(remaining([])).toBe(4)
  expect(remaining([['a', false]])).toBe(1)
  expect(remaining([['a', true]])).toBe(3)
})

test('a long form takes no longer than its questions', () => {
  const questions = Array.from({ length: 1000 }, (_, at) => shortText(`q${at}`))
  const form = compileForm(formOf(questions))
  const answers = questions.map(({ id }) => ({ questionId: id, value: 'x' }))
  expect(replay(form, { answers }).path).toHaveLength(1000)
})

test('a replay tells all errors at once, by the answer they are about', () => {
  const { errors } = replay(compileForm(demoRequest), {
    answers: [
      { questionId: 'email', value: 'nobody' },
      { questionId: 'role', value: 'pirate' },
    ],
  })
  expect(errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'answers.name required',
    'answers.email not-an-email',
    'answers.role unknown-choice',
    'answers.company-size required',
    'answers.needs required',
    'answers.timeline required',
    'answers.consent required',
  ])
})

test('answers off the path, to statements and to unknown questions are discarded unread', () => {
  const { discarded, errors, answers } = replay(
    compileForm(
      formOf([
        { id: 'hello', kind: 'statement', title: 'Hello' },
        { id: 'a', kind: 'single-choice', title: 'A', choices: choices('X', 'Y') },
        { id: 'b', kind: 'email', title: 'B', showIf: is('a', 'x') },
      ]),
    ),
    {
      answers: [
        { questionId: 'hello', value: true },
        { questionId: 'b', value: 12 },
        { questionId: 'nowhere', value: {} },
        { questionId: 'a', value: 'y' },
      ],
    },
  )
  expect(discarded).toEqual(['hello', 'b', 'nowhere'])
  expect(errors).toEqual([])
  expect([...answers]).toEqual([['a', 'y']])
})

test('a visit without an answer of its own keeps the last one in a replay', () => {
  const form = compileForm(
    formOf([
      shortText('a', { required: true }),
      yesNo('again', { jumps: [{ when: is('again', true), to: 'question:a', atMost: 2 }] }),
    ]),
  )
  const { path, errors } = replay(form, {
    answers: [
      { questionId: 'a', value: 'x' },
      { questionId: 'again', value: true },
    ],
  })
  expect(path).toEqual(['a', 'again', 'a', 'again', 'a', 'again'])
  expect(errors).toEqual([])
})

test('calculations fold over the final path only', () => {
  const form = compileForm(
    formOf([yesNo('a'), yesNo('b', { showIf: is('a', true) })], {
      calculations: [
        {
          id: 'sum',
          type: 'number',
          start: 1,
          steps: [
            { when: is('b', true), do: 'add', value: 5 },
            { do: 'divide', value: 0 },
            { do: 'multiply', value: 3 },
          ],
        },
      ],
    }),
  )
  const sum = (a: boolean) =>
    replay(form, {
      answers: [
        { questionId: 'a', value: a },
        { questionId: 'b', value: true },
      ],
    }).calculations
  expect(sum(true)).toEqual({ sum: 18 })
  expect(sum(false)).toEqual({ sum: 3 })
})
