import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { compileForm, endingFor, turn } from '@bantam/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importSurveyJs } from './import-surveyjs.ts'
import { branching, everyKind } from './testing/surveys.ts'
import { randomSurvey } from './testing/random-surveys.ts'
import { referenceWalk, type Draw } from './testing/reference-walk.ts'

type Definition = Readonly<Record<string, unknown>>

const imported = (definition: unknown) => {
  const result = importSurveyJs(definition)
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.refusals))
  return result
}

/** What SurveyJS came to, and what the engine asks when it is given the same answers one by one. */
const bothWays = (definition: Definition, draw: Draw) => {
  const { form } = imported(definition)
  const compiled = compileForm(form)
  const { path, answers, ending } = referenceWalk(definition, { form, draw })
  const turns = [...answers, undefined].map((_, at) =>
    turn(compiled, { answers: answers.slice(0, at) }),
  )
  const last = turns.at(-1)
  return {
    theirs: [...path, 'the end'],
    ours: turns.map((next) => (next.kind === 'ask' ? next.question.id : 'the end')),
    ending,
    reached: endingFor(form, { ending: last?.kind === 'end' ? last.ending : undefined }),
  }
}

const chance: fc.Arbitrary<Draw> = fc
  .array(fc.nat(1_000_000), { minLength: 40, maxLength: 40, size: 'max' })
  .map((drawn) => {
    let at = 0
    return (bound: number) => (drawn[at++ % drawn.length] ?? 0) % bound
  })

test('random surveys: the engine asks what SurveyJS shows', () => {
  fc.assert(
    fc.property(randomSurvey, chance, (definition, draw) => {
      // What has no words here is taken to hold, and said to be.
      const { changed } = imported(definition).report
      fc.pre(changed.every(({ why }) => !why?.includes('taken to hold')))
      const { ours, theirs } = bothWays(definition, draw)
      expect(ours).toEqual(theirs)
    }),
    { numRuns: 150 },
  )
}, 120_000)

/** What the report of these says that it cannot do alike. */
const unlike = new Set(['born', 'code'])

test.each<[string, Definition]>([
  ['every kind', everyKind],
  ['branching', branching],
])(
  '%s: the engine asks what SurveyJS shows',
  (_, definition) => {
    const told = { ...definition, pages: without(definition['pages'], unlike) }
    fc.assert(
      fc.property(chance, (draw) => {
        const { ours, theirs } = bothWays(told, draw)
        expect(ours).toEqual(theirs)
      }),
      { numRuns: 20 },
    )
  },
  120_000,
)

test('the ending is the one that SurveyJS shows', () => {
  fc.assert(
    fc.property(chance, (draw) => {
      const { ending, reached } = bothWays(branching, draw)
      expect(reached.title).toBe(ending)
    }),
    { numRuns: 60 },
  )
}, 120_000)

/** Pages without the questions of these names. */
const without = (pages: unknown, names: ReadonlySet<string>): unknown =>
  (pages as { elements: { name: string }[] }[]).map((page) => ({
    ...page,
    elements: page.elements.filter(({ name }) => !names.has(name)),
  }))

const folder = new URL('../../../../../shared/data/surveyjs/', import.meta.url)
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []

describe.runIf(files.length > 0)('real surveys', () => {
  test.each(files)(
    '%s: the engine asks what SurveyJS shows',
    (file) => {
      const definition = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Definition
      fc.assert(
        fc.property(chance, (draw) => {
          const { ours, theirs } = bothWays(definition, draw)
          expect(ours).toEqual(theirs)
        }),
        { numRuns: 8 },
      )
    },
    60_000,
  )
})
