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

test('what is not known is in the unknown lane too', () => {
  const { unknown, dropped } = reportOf(everyKind)
  const types = unknown.map((path) => dropped.find((entry) => entry.path === path)?.why)
  expect(types).toEqual(
    ['signaturepad', 'image', 'unheard-of'].map(
      (type) => `Nothing here is like a question of type "${type}".`,
    ),
  )
})

const folder = new URL('../../../../../shared/data/surveyjs/', import.meta.url)
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []

describe.runIf(files.length > 0)('real surveys', () => {
  test.each(files)('%s: every element is told once', (file) => {
    const definition: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
    expect(toldOf(definition)).toEqual(places(definition).toSorted())
  })
})
