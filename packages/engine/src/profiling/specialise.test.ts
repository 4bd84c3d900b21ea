import type { AnswerValue, Form } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test as it } from 'vitest'
import { compileForm } from '../conversation/compile-form.ts'
import { recallLookup } from '../conversation/recall-lookup.ts'
import { replay } from '../conversation/replay.ts'
import { turn } from '../conversation/turn.ts'
import type { State } from '../conversation/walk.ts'
import { choices, demoRequest, formOf, is, shortText, test } from '../testing/forms.ts'
import { randomForm } from '../testing/random-forms.ts'
import { specialise } from './specialise.ts'

/** A random form with what is known of some of its questions, and what a visitor says to the others. */
const returning = randomForm.chain((form) =>
  fc.record({
    form: fc.constant(form),
    known: fc
      .array(fc.option(fc.boolean()), {
        minLength: form.questions.length,
        maxLength: form.questions.length,
      })
      .map((values) => knownOf(form, values)),
    choices: fc.array(fc.constantFrom(true, false, null), { minLength: 1, maxLength: 12 }),
  }),
)

const knownOf = (form: Form, values: readonly (boolean | null)[]) =>
  new Map(
    form.questions.flatMap(({ id, kind }, at): [string, AnswerValue][] => {
      const value = values[at] ?? null
      return kind === 'statement' || value === null ? [] : [[id, value]]
    }),
  )

/** Answers whatever is asked until the end, the next of `choices` each time. */
const converse = (
  form: Form,
  { choices: said, known }: { choices: readonly (boolean | null)[]; known?: State['known'] },
) => {
  const compiled = compileForm(form)
  const answers: { questionId: string; value: unknown }[] = []
  const asked: string[] = []
  for (;;) {
    const next = turn(compiled, { answers, known })
    if (next.kind === 'end') return { asked, answers, ending: next.ending }
    const { id, kind, required } = next.question
    const choice = said[asked.length % said.length] ?? null
    asked.push(id)
    const value = kind === 'statement' || (choice === null && required) ? true : choice
    answers.push({ questionId: id, value })
    if (asked.length > 5000) throw new Error('the conversation never ends')
  }
}

it('the residual form asks what the whole form asks of who is known, and ends where it ends', () => {
  fc.assert(
    fc.property(returning, ({ form, known, choices: said }) => {
      const whole = converse(form, { choices: said, known })
      expect(converse(specialise(form, known), { choices: said })).toEqual(whole)
    }),
    { numRuns: 300 },
  )
})

it('what was said to the residual form and what was known make one replay of the whole form', () => {
  fc.assert(
    fc.property(returning, ({ form, known, choices: said }) => {
      const { answers, ending, asked } = converse(specialise(form, known), { choices: said })
      const compiled = compileForm(form)
      const replayed = replay(compiled, { answers, known })
      expect(replayed.errors).toEqual([])
      expect(replayed.ending).toBe(ending)
      // Whoever is asked everything says the same: a known answer at each visit.
      const visits = new Map<string, number>()
      const everything = replayed.path.map((questionId) => {
        const value = known.get(questionId)
        if (value !== undefined) return { questionId, value }
        const visit = visits.get(questionId) ?? 0
        visits.set(questionId, visit + 1)
        return {
          questionId,
          value: answers.filter((one) => one.questionId === questionId)[visit]?.value,
        }
      })
      const straight = replay(compiled, { answers: everything })
      const rest = { recalled: new Set(), discarded: [] }
      expect({ ...straight, ...rest }).toEqual({ ...replayed, ...rest })
      expect([...replayed.recalled]).toEqual(
        [...replayed.answers.keys()].filter((id) => known.has(id)),
      )
      expect(asked.filter((id) => known.has(id))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('specialising twice is specialising once', () => {
  fc.assert(
    fc.property(returning, ({ form, known }) => {
      const once = specialise(form, known)
      expect(specialise(once, known)).toEqual(once)
    }),
    { numRuns: 300 },
  )
})

it('with nothing known the form asks what it asked before', () => {
  fc.assert(
    fc.property(returning, ({ form, choices: said }) => {
      const residual = specialise(form, new Map())
      expect(converse(residual, { choices: said })).toEqual(converse(form, { choices: said }))
    }),
  )
})

it('a decided branch is taken without a question', () => {
  const residual = specialise(demoRequest, new Map([['role', 'student']]))
  const ids = residual.questions.map(({ id }) => id)
  expect(ids).toEqual(['welcome', 'name', 'email', 'role', 'school'])
  expect(residual.questions[3]).toEqual({
    id: 'role',
    kind: 'statement',
    title: '',
    passes: true,
    jumps: [{ when: { all: [] }, to: 'question:school' }],
  })
  expect(residual.questions[4]?.showIf).toBeUndefined()
})

it('a question that nothing depends on any more is gone', () => {
  const residual = specialise(demoRequest, new Map([['timeline', 'someday']]))
  const ids = residual.questions.map(({ id }) => id)
  expect(ids).not.toContain('timeline')
  expect(ids).not.toContain('procurement')
})

it('a branch that hangs on more than what is known stays open for the rest', () => {
  const residual = specialise(demoRequest, new Map([['timeline', 'this-quarter']]))
  const procurement = residual.questions.find(({ id }) => id === 'procurement')
  expect(procurement?.showIf).toEqual(
    test('question:company-size', 'is-any-of', ['201-1-000', 'more']),
  )
})

it('recalling a known answer gives the fallback', () => {
  const residual = compileForm(specialise(demoRequest, new Map([['company-size', 'more']])))
  expect(recallLookup(residual, new Map())('company-size')).toBeFalsy()
})

it('no known value and no text of a known question is in the residual form', () => {
  const secret = 'canary-choice'
  const form = formOf(
    [
      shortText('gate'),
      {
        id: 'sector',
        kind: 'single-choice',
        title: 'Canary sector?',
        help: 'Canary help',
        why: 'Canary why',
        required: true,
        showIf: test('question:gate', 'is-answered'),
        choices: [{ id: secret, label: 'Canary label' }, ...choices('Other')],
        jumps: [
          { when: is('sector', 'other'), to: 'question:after' },
          {
            when: { all: [is('sector', secret), is('gate', 'open')] },
            to: 'ending:thanks',
          },
        ],
      },
      shortText('between', { showIf: { not: is('sector', secret) } }),
      shortText('after', { title: 'And {{sector|your sector}}?', showIf: is('sector', secret) }),
    ],
    {
      calculations: [
        {
          id: 'sum',
          type: 'number',
          start: 0,
          steps: [{ when: is('sector', secret), do: 'add', value: 1 }],
        },
      ],
      translations: { de: { 'questions.sector.title': 'Canary auf Deutsch' } },
    },
  )
  const text = JSON.stringify(specialise(form, new Map([['sector', secret]])))
  expect(text).not.toMatch(/canary/i)
  expect(text).toContain('your sector')
})
