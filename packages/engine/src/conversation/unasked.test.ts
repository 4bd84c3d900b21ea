import { expect, test as it } from 'vitest'
import { formOf, is, shortText, test } from '../testing/forms.ts'
import { compileForm } from './compile-form.ts'
import { turn } from './turn.ts'

const form = compileForm(
  formOf([
    shortText('name', { required: true }),
    shortText('role', { jumps: [{ when: is('role', 'boss'), to: 'question:team' }] }),
    shortText('tools'),
    shortText('team'),
    shortText('remark'),
  ]),
)

it('a visitor is not asked what is known, which steers all the same', () => {
  const known = new Map([['role', 'boss']])
  const next = turn(form, { answers: [{ questionId: 'name', value: 'Ann' }], known })
  expect(next).toMatchObject({ kind: 'ask', question: { id: 'team' }, path: ['name', 'team'] })
  expect(next.answers.get('role')).toBe('boss')
})

it('a visitor is asked on from what was answered anew', () => {
  const known = new Map([['role', 'boss']])
  const answers = ['name', 'role'].map((questionId) => ({ questionId, value: 'clerk' }))
  expect(turn(form, { answers, known })).toMatchObject({ question: { id: 'tools' } })
})

it('a visitor is not asked what is skipped, and sees no question counted that is not asked', () => {
  const skip = new Set(['role', 'tools', 'remark'])
  const first = turn(form, { answers: [], skip })
  expect(first).toMatchObject({ question: { id: 'name' }, remaining: 2 })
  const next = turn(form, { answers: [{ questionId: 'name', value: 'Ann' }], skip })
  expect(next).toMatchObject({ question: { id: 'team' }, path: ['name', 'team'], remaining: 1 })
})

it('a statement that passes is gone through unseen, and counts as answered from then on', () => {
  const passing = compileForm(
    formOf([
      {
        id: 'gate',
        kind: 'statement',
        title: '',
        passes: true,
        jumps: [{ when: { all: [] }, to: 'question:last' }],
      },
      shortText('between'),
      shortText('last', { showIf: test('question:gate', 'is-answered') }),
    ]),
  )
  const next = turn(passing, { answers: [] })
  expect(next).toMatchObject({ question: { id: 'last' }, path: ['last'], remaining: 1 })
  expect(next.answers.size).toBe(0)
})
