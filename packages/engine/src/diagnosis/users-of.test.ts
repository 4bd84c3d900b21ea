import { expect, test } from 'vitest'
import { demoRequest, formOf, is, shortText, test as compared } from '../testing/forms.ts'
import { usersOf } from './users-of.ts'

test('a question is used by conditions, jumps, texts and calculations', () => {
  const { users } = usersOf(demoRequest, { thing: { kind: 'question', id: 'needs' } })
  expect(users.map(({ path }) => path)).toEqual([
    'questions.8.showIf',
    'calculations.0.steps.0.when',
    'calculations.0.steps.1.when',
  ])
  const school = usersOf(demoRequest, { thing: { kind: 'question', id: 'school' } })
  expect(school.users).toEqual([
    { path: 'questions.3.jumps.0.to', message: '“What do you do?” jumps to it' },
  ])
  expect(
    usersOf(demoRequest, { thing: { kind: 'question', id: 'name' } }).users.map(({ path }) => path),
  ).toEqual(['questions.2.title', 'endings.0.title'])
})

test('its repair leaves nobody who uses it', () => {
  const { repair } = usersOf(demoRequest, { thing: { kind: 'question', id: 'company-size' } })
  expect(repair?.edits).toEqual([
    { type: 'setShowIf', id: 'procurement', when: { all: [is('timeline', 'this-quarter')] } },
    {
      type: 'setCalculation',
      id: 'interest',
      field: 'steps',
      value: demoRequest.calculations?.[0]?.steps.slice(0, 2),
    },
  ])
})

test('jumps to a removed question go on to the one after it', () => {
  const form = formOf([
    {
      ...shortText('a'),
      jumps: [{ when: is('a', 'x'), to: 'question:c' }],
    },
    shortText('b'),
    shortText('c'),
    shortText('d'),
  ])
  expect(usersOf(form, { thing: { kind: 'question', id: 'c' } }).repair?.edits).toEqual([
    { type: 'setJump', id: 'a', at: 0, jump: { when: is('a', 'x'), to: 'question:d' } },
  ])
})

test('a removed choice leaves the lists that name it', () => {
  const form = formOf([
    shortText('a'),
    { ...shortText('b'), showIf: compared('question:a', 'is-any-of', ['x', 'y']) },
    { ...shortText('c'), showIf: is('a', 'x') },
  ])
  expect(
    usersOf(form, { thing: { kind: 'choice', question: 'a', id: 'x' } }).repair?.edits,
  ).toEqual([
    { type: 'setShowIf', id: 'b', when: compared('question:a', 'is-any-of', ['y']) },
    { type: 'setShowIf', id: 'c', when: undefined },
  ])
})

test('models and routing that read a question are users without a repair here', () => {
  const form = formOf([shortText('a'), shortText('b')])
  const routing = {
    schema: 1 as const,
    rules: [{ id: 'r', label: 'Big', when: is('a', 'x'), to: { destination: 'sales' as const } }],
    fallback: { destination: 'nurture' as const },
    pools: [],
    calendars: [],
    policies: [],
  }
  expect(usersOf(form, { thing: { kind: 'question', id: 'a' }, routing })).toEqual({
    users: [{ path: 'routing.rules.0', message: 'the routing rule “Big” reads it' }],
  })
})
