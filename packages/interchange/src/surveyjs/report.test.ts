import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importSurveyJs } from './import-surveyjs.ts'
import { randomSurvey } from './testing/random-surveys.ts'
import { branching, everyKind } from './testing/surveys.ts'

/** Lists of entries that stand for themselves, with the members that only say which entry it is. */
const lists: { readonly [key: string]: readonly string[] } = {
  pages: ['type', 'name', 'title'],
  elements: ['type', 'name', 'title'],
  templateElements: ['type', 'name', 'title'],
  choices: ['value', 'text'],
  rows: ['value', 'text'],
  columns: ['value', 'text', 'name', 'title'],
  items: ['name', 'title'],
  rateValues: ['value', 'text'],
}
const whole = ['validators', 'triggers', 'calculatedValues', 'completedHtmlOnCondition']

/** Where the elements of a definition are, counted without the importer. */
const places = (value: unknown, at = '', own: readonly string[] = []): readonly string[] =>
  Object.entries(typeof value === 'object' && value !== null ? value : {}).flatMap(([key, one]) => {
    const path = `${at}/${key}`
    if (own.includes(key)) return []
    if (Array.isArray(one) && whole.includes(key)) return one.map((_, place) => `${path}/${place}`)
    const inner = lists[key]
    if (!Array.isArray(one) || !inner) return [path]
    return one.flatMap((entry, place) => [
      `${path}/${place}`,
      ...places(entry, `${path}/${place}`, inner),
    ])
  })

const reportOf = (definition: unknown) => {
  const result = importSurveyJs(definition)
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.refusals))
  return result.report
}

/** Every entry of a report, by place. */
const toldOf = (definition: unknown) => {
  const { kept, changed, dropped } = reportOf(definition)
  return [...kept, ...changed, ...dropped].map(({ path }) => path).toSorted()
}

test.each([
  ['every kind', everyKind],
  ['branching', branching],
])('%s: every element is told once', (_, definition) => {
  expect(toldOf(definition)).toEqual(places(definition).toSorted())
})

test('random surveys: every element is told once', () => {
  fc.assert(
    fc.property(randomSurvey, (definition) => {
      expect(toldOf(definition)).toEqual(places(definition).toSorted())
    }),
    { numRuns: 200 },
  )
})

test('what is not kept as it was has a reason in a sentence', () => {
  const { changed, dropped } = reportOf(everyKind)
  for (const { why } of [...changed, ...dropped]) expect(why).toMatch(/^[A-Z].*\.$/)
})

test('what is not known is in the unknown lane too: kinds and members', () => {
  const { unknown, dropped } = reportOf(everyKind)
  const whys = unknown.map((path) => dropped.find((entry) => entry.path === path)?.why)
  expect(whys).toEqual([
    'There is no setting like "focusFirstQuestionAutomatic" here.',
    ...['signaturepad', 'image', 'unheard-of'].map(
      (type) => `Nothing here is like a question of type "${type}".`,
    ),
  ])
})

test('a member that nothing here is like is unknown, one with a known reason is not', () => {
  const { unknown } = reportOf({
    elements: [{ type: 'text', name: 'a', sparkle: 1, maskType: 'numeric', width: '50%' }],
  })
  expect(unknown).toEqual(['/elements/0/sparkle'])
})

const OUTSIDE = 'It reads {gone}, which nothing in the survey answers; it is a hidden field now.'

test('whatever reads what nothing answers is told, where it reads it', () => {
  const { changed } = reportOf({
    elements: [
      { type: 'boolean', name: 'a', visibleIf: '{gone} = 1' },
      { type: 'text', name: 'b', visibleIf: '{a} = true' },
      { type: 'expression', name: 'c', expression: "iif({gone} = 1, 'x', 'y')" },
    ],
    calculatedValues: [{ name: 'd', expression: "iif({gone} notempty, 'x', 'y')" }],
    triggers: [
      { type: 'setvalue', expression: '{a} = true', setToName: 'e', setValue: 'x' },
      { type: 'setvalue', expression: '{gone} = 2', setToName: 'e', setValue: 'y' },
      { type: 'skip', expression: '{a} = true and {gone} = 2', gotoName: 'b' },
    ],
    completedHtmlOnCondition: [{ expression: '{gone} = 3', html: 'Bye' }],
  })
  const told = changed.filter(({ why }) => why?.includes(OUTSIDE)).map(({ path }) => path)
  expect(told).toEqual([
    '/elements/0/visibleIf',
    '/elements/2',
    '/calculatedValues/0',
    '/triggers/1',
    '/triggers/2',
    '/completedHtmlOnCondition/0',
  ])
})

test('a hidden question of the survey is no such thing', () => {
  const { changed } = reportOf({
    elements: [
      { type: 'text', name: 'campaign', visible: false },
      { type: 'text', name: 'a', visibleIf: '{Campaign} = 1' },
    ],
  })
  expect(changed.map(({ path }) => path)).toEqual(['/elements/0'])
})

test('a function that only objects inherit is one that has no words here', () => {
  const { changed } = reportOf({
    elements: [
      { type: 'boolean', name: 'a' },
      { type: 'text', name: 'b', visibleIf: 'constructor({a})' },
    ],
  })
  expect(changed.map(({ why }) => why)).toEqual([
    'It uses constructor(), for which there are no words here. That part is taken to hold.',
  ])
})

test('a trigger of a type that only objects inherit is unknown', () => {
  const types = ['constructor', 'toString', 'hasOwnProperty', '__proto__']
  const { dropped, unknown } = reportOf({
    elements: [{ type: 'text', name: 'a' }],
    triggers: types.map((type) => ({ type, expression: '{a} = 1' })),
  })
  expect(dropped.map(({ why }) => why)).toEqual(
    types.map((type) => `Nothing here knows a trigger of type "${type}".`),
  )
  expect(unknown).toEqual(types.map((_, at) => `/triggers/${at}`))
})

test.each([
  ['choicesVisibleIf', { choicesVisibleIf: '{item} <> 1' }],
  ['choicesEnableIf', { choicesEnableIf: '{item} <> 1' }],
  ['requiredIf', { requiredIf: '{b} = 1' }],
])('%s is dropped by name, and is not unknown', (member, more) => {
  const { dropped, unknown } = reportOf({
    elements: [
      { type: 'text', name: 'b' },
      { type: 'radiogroup', name: 'a', title: 'Which?', choices: [1, 2], ...more },
    ],
  })
  expect(dropped.map(({ name, path }) => [name, path])).toEqual([
    [`${member} of Which?`, `/elements/1/${member}`],
  ])
  expect(unknown).toEqual([])
})

test.each([
  ['setvalue', { setToName: 'b', setValue: 1 }],
  ['copyvalue', { setToName: 'b', fromName: 'a' }],
  ['runexpression', { setToName: 'b', runExpression: '{a}' }],
])('a %s trigger that answers a question is dropped by name', (type, more) => {
  const { dropped } = reportOf({
    elements: [
      { type: 'text', name: 'a' },
      { type: 'text', name: 'b' },
    ],
    triggers: [{ type, expression: '{a} = 1', ...more }],
  })
  expect(dropped).toEqual([
    {
      what: 'trigger',
      name: type,
      path: '/triggers/0',
      why: 'It answers a question in place of the visitor, which nothing here does.',
    },
  ])
})

const folder = new URL('../../../../../shared/data/surveyjs/', import.meta.url)
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []

describe.runIf(files.length > 0)('real surveys', () => {
  test.each(files)('%s: every element is told once', (file) => {
    const definition: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
    expect(toldOf(definition)).toEqual(places(definition).toSorted())
  })
})
