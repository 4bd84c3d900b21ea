import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Report } from '../report.ts'
import { importTypeform } from './import-typeform.ts'
import { branches, entrances, personality, quiz, retry, strays } from './testing/definitions.ts'

type Json = { readonly [key: string]: unknown }

/** Counts the elements of a definition by its own rules; nothing of the importer is used. */
const countOf = (definition: Json): number => {
  const object = (value: unknown): Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(object) : [])
  const size = (value: unknown, ...except: readonly string[]) =>
    Object.keys(object(value)).filter((key) => !except.includes(key)).length
  const sum = (entries: readonly Json[], of: (entry: Json) => number) =>
    entries.reduce((total, entry) => total + of(entry), 0)
  const choice = (entry: Json): number => 1 + size(entry, 'id', 'ref', 'label')
  const screen = (entry: Json): number =>
    1 + size(entry['properties']) + size(entry, 'id', 'ref', 'type', 'title', 'properties')
  const field = (entry: Json): number => {
    const { fields, choices } = object(entry['properties'])
    return (
      1 +
      size(entry['properties'], 'fields', 'choices') +
      size(entry['validations']) +
      size(entry, 'id', 'ref', 'type', 'title', 'properties', 'validations', 'subfield_key') +
      sum(list(fields), field) +
      sum(list(choices), choice)
    )
  }
  const condition = (entry: Json): number =>
    1 +
    sum(
      list(entry['vars']).filter((one) => 'op' in one),
      condition,
    )
  const { fields, welcome_screens, thankyou_screens, hidden, logic, outcome } = definition
  return (
    size(definition) +
    size(definition['settings']) +
    size(definition['variables']) +
    size(definition['custom_messages']) +
    sum(list(fields), field) +
    sum([...list(welcome_screens), ...list(thankyou_screens)], screen) +
    list(hidden).length +
    size(outcome, 'choices') +
    list(object(outcome)['choices']).length +
    sum(list(logic), ({ actions }) =>
      sum(list(actions), (action) => 1 + condition(object(action['condition']))),
    ) +
    list(logic).length
  )
}

const reportOf = (definition: unknown): Report => {
  const result = importTypeform(definition)
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.refusals))
  return result.report
}

/** What is wrong with a report: elements missed, repeated, not in the source, or lost without a reason. */
const faultsOf = (definition: Json): readonly string[] => {
  const { kept, changed, dropped } = reportOf(definition)
  const paths = [...kept, ...changed, ...dropped].map(({ path }) => path)
  const missed = countOf(definition) - paths.length
  return [
    ...(missed === 0 ? [] : [`${missed} elements are missing`]),
    ...paths.filter((path, at) => paths.indexOf(path) !== at),
    ...paths.filter((path) => valueAt(definition, path) === undefined),
    ...[...changed, ...dropped].filter(({ why }) => !why?.endsWith('.')).map(({ path }) => path),
  ]
}

const valueAt = (definition: unknown, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
      definition,
    )

test.each([
  ['branches', branches],
  ['quiz', quiz],
  ['personality', personality],
  ['retry', retry],
  ['entrances', entrances],
  ['strays', strays],
])(
  '%s: every element is reported once, with a reason where something was lost',
  (_, definition) => {
    expect(faultsOf(definition)).toEqual([])
  },
)

const folder = '../shared/data/typeform'
const isThere = existsSync(folder)
const files = isThere ? readdirSync(folder).filter((file) => file.endsWith('.json')) : ['no files']

test.runIf(isThere).each(files)('%s: every element is reported once', (file) => {
  const definition: Json = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
  expect(faultsOf(definition)).toEqual([])
})

const one = (more: object) => ({
  title: 'One',
  fields: [{ ref: 'q', title: 'Q', type: 'yes_no', ...more }],
})
const fate = (definition: unknown, path: string): string => {
  const report = reportOf(definition)
  const lists = ['kept', 'changed', 'dropped'] as const
  const found = lists.find((list) => report[list].some((entry) => entry.path === path))
  return `${found}${report.unknown.includes(path) ? ' unknown' : ''}`
}

test.each([
  ['a field as it is', {}, '/fields/0', 'kept'],
  ['a field of a kind nobody knows', { type: 'odd' }, '/fields/0', 'dropped unknown'],
  ['a payment', { type: 'payment' }, '/fields/0', 'dropped unknown'],
  [
    'a property nobody knows',
    { properties: { odd: 1 } },
    '/fields/0/properties/odd',
    'dropped unknown',
  ],
  [
    'a switch that is off',
    { properties: { randomize: false } },
    '/fields/0/properties/randomize',
    'kept',
  ],
  [
    'a switch that is on',
    { properties: { randomize: true } },
    '/fields/0/properties/randomize',
    'dropped',
  ],
  ['a picture beside a question', { attachment: {} }, '/fields/0/attachment', 'dropped'],
  [
    'a required statement',
    { type: 'statement', validations: { required: true } },
    '/fields/0/validations/required',
    'dropped',
  ],
  [
    'a bound that this kind does not have',
    { validations: { min_selection: 1 } },
    '/fields/0/validations/min_selection',
    'dropped',
  ],
  ['a bold title', { title: 'Very *bold*' }, '/fields/0', 'changed'],
  ['recall of nothing', { title: 'Hi {{field:nobody}}' }, '/fields/0', 'changed'],
  [
    'a scale of eleven steps from one',
    { type: 'opinion_scale', properties: { steps: 11, start_at_one: true } },
    '/fields/0',
    'changed',
  ],
  ['a title that is too long', { title: 'x'.repeat(2001) }, '/fields/0', 'changed'],
])('%s', (_, more, path, expected) => {
  expect(fate(one(more), path)).toBe(expected)
})

test('a top-level key that nobody knows is dropped as unknown', () => {
  expect(fate({ ...one({}), odd: {} }, '/odd')).toBe('dropped unknown')
})

test('a jump to the next question is left out, and one back is bounded, and both are said', () => {
  const entries = reportOf(retry).changed.map(({ path, why }) => `${path} ${why}`)
  expect(entries).toEqual([
    '/logic/1/actions/0 It leads back, without a bound in the source; here it is taken 20 times at most.',
  ])
  const idle = {
    ...retry,
    logic: [
      {
        type: 'field',
        ref: 'ask',
        actions: [
          {
            action: 'jump',
            details: { to: { type: 'field', value: 'sorry' } },
            condition: { op: 'always', vars: [] },
          },
        ],
      },
    ],
  }
  expect(fate(idle, '/logic/0/actions/0')).toBe('changed')
})

test('a rule that reads what cannot be asked is dropped with its condition', () => {
  const path = '/logic/0/actions/0'
  const definition = {
    ...one({ type: 'odd' }),
    logic: [
      {
        type: 'field',
        ref: 'q',
        actions: [
          {
            action: 'jump',
            details: { to: { type: 'thankyou', value: 'default_tys' } },
            condition: {
              op: 'is',
              vars: [
                { type: 'field', value: 'q' },
                { type: 'constant', value: true },
              ],
            },
          },
        ],
      },
    ],
  }
  expect([fate(definition, path), fate(definition, `${path}/condition`)]).toEqual([
    'dropped',
    'dropped',
  ])
})
