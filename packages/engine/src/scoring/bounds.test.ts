import type { AnswerValue, ScoringModel } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LeadFacts } from '../condition/facts.ts'
import type { Possible } from '../condition/possible-truths.ts'
import { choices, is, test as when } from '../testing/forms.ts'
import { demoModel } from '../testing/models.ts'
import { randomFacts, randomModel } from '../testing/random-models.ts'
import { scoreBounds } from './bounds.ts'
import { compileModel } from './compile-model.ts'
import type { Range } from './range.ts'
import { scoreOf } from './score.ts'

const NOW = 1000 * 86_400_000
const demo = compileModel(demoModel, { version: 1 })
const nobody: LeadFacts = { values: {}, signals: [] }

const openOf =
  (open: { readonly [ref: string]: Possible }) =>
  (ref: string): Possible | undefined =>
    open[ref]
const oneOf = (...values: AnswerValue[]): Possible => ({ mayBeUnanswered: true, values })

test('without open refs the bounds are the score', () => {
  fc.assert(
    fc.property(randomModel, randomFacts(NOW), (document, facts) => {
      const model = compileModel(document, { version: 1 })
      const { fit, intent, lane, flags } = scoreOf(model, facts, { now: NOW })
      const bounds = scoreBounds(model, { facts, possible: () => undefined, now: NOW })
      expect(bounds).toMatchObject({
        fit: { lowest: fit, highest: fit },
        intent: { lowest: intent, highest: intent },
      })
      expect([...bounds.lanes]).toEqual([lane])
      expect(bounds.excluded).toHaveLength(flags.filter((one) => one.startsWith('excluded')).length)
    }),
    { numRuns: 300 },
  )
})

const refs = ['question:a', 'question:b', 'property:c']
const texts = ['x', 'y', 'z', '5', ' X ', 'w', 'xylophone']
const candidates: readonly AnswerValue[] = [
  ...texts,
  5,
  7.5,
  100,
  true,
  false,
  ['x'],
  ['x', 'y'],
  { other: 'x' },
]

/** Some refs are open, each to some values or to any, the rest are settled. */
const randomOpen = fc.array(
  fc.record({
    mayBeUnanswered: fc.boolean(),
    values: fc.oneof(
      fc.constant('any' as const),
      fc.subarray([...candidates], { minLength: 1, maxLength: 5 }),
    ),
    isOpen: fc.boolean(),
  }),
  { minLength: 3, maxLength: 3 },
)
type Opened = typeof randomOpen extends fc.Arbitrary<infer O> ? O : never

const everyWay = (open: Opened, facts: LeadFacts): readonly LeadFacts[] =>
  refs.reduce<readonly LeadFacts[]>(
    (ways, ref, at) => {
      const { isOpen, mayBeUnanswered, values } = open[at] as Opened[number]
      if (!isOpen) return ways
      const states = [
        ...(mayBeUnanswered ? [undefined] : []),
        ...(values === 'any' ? candidates : values),
      ]
      return ways.flatMap((way) =>
        states.map((state) => ({ ...way, values: { ...way.values, [ref]: state } })),
      )
    },
    [facts],
  )

const possibleIn =
  (open: Opened) =>
  (ref: string): Possible | undefined => {
    const one = open[refs.indexOf(ref)]
    return one?.isOpen ? one : undefined
  }

const isWithin = (value: number, { lowest, highest }: Range) => value >= lowest && value <= highest

test('no way of answering leaves the bounds', () => {
  fc.assert(
    fc.property(randomModel, randomFacts(NOW), randomOpen, (document, facts, open) => {
      const model = compileModel(document, { version: 1 })
      const bounds = scoreBounds(model, { facts, possible: possibleIn(open), now: NOW })
      const outside = everyWay(open, facts).filter((way) => {
        const { fit, intent, lane, flags } = scoreOf(model, way, { now: NOW })
        const isExcluded = flags.includes('excluded:because')
        return !(
          isWithin(fit, bounds.fit) &&
          isWithin(intent, bounds.intent) &&
          bounds.lanes.has(lane) &&
          (isExcluded ? bounds.exclusions : ['e0']).includes('e0') &&
          (isExcluded || !bounds.excluded.length)
        )
      })
      expect(outside).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('where the values are counted some way of answering reaches each bound', () => {
  fc.assert(
    fc.property(randomModel, randomFacts(NOW), randomOpen, (document, facts, open) => {
      const counted = open.map((one) => ({
        ...one,
        values: one.values === 'any' ? ['x', 5] : one.values,
      }))
      const model = compileModel(document, { version: 1 })
      const bounds = scoreBounds(model, { facts, possible: possibleIn(counted), now: NOW })
      const scores = everyWay(counted, facts).map((way) => scoreOf(model, way, { now: NOW }))
      for (const axis of ['fit', 'intent'] as const) {
        const reached = scores.map((score) => score[axis])
        expect(bounds[axis]).toEqual({
          lowest: Math.min(...reached),
          highest: Math.max(...reached),
        })
      }
    }),
    { numRuns: 300 },
  )
})

test('choices that exclude each other are not added up', () => {
  const roles = choices('Executive', 'Director', 'Manager', 'Student').map(({ id }) => id)
  const possible = openOf({ 'question:role': oneOf(...roles) })
  const { fit, lanes, exclusions, excluded } = scoreBounds(demo, {
    facts: nobody,
    possible,
    now: NOW,
  })
  expect(fit).toEqual({ lowest: 0, highest: 50 })
  expect([[...lanes], exclusions, excluded]).toEqual([['nurture', 'prospecting'], ['student'], []])
})

test('a question and the property it fills vary together', () => {
  const both: ScoringModel = {
    schema: 1,
    name: 'M',
    fit: { groups: [] },
    intent: {
      groups: [
        {
          id: 'g',
          label: 'G',
          criteria: [
            { id: 'q', label: 'Q', when: is('a', 'x'), points: 30 },
            { id: 'p', label: 'P', when: when('property:a', 'is', 'y'), points: 40 },
          ],
        },
      ],
    },
  }
  const model = compileModel(both, { version: 1 })
  const bounds = (source?: string) =>
    scoreBounds(model, {
      facts: nobody,
      possible: () => ({ ...oneOf('x', 'y'), source }),
      now: NOW,
    }).intent
  expect(bounds('a')).toEqual({ lowest: 0, highest: 40 })
  expect(bounds()).toEqual({ lowest: 0, highest: 70 })
})

test('an open signal may be seen up to its count, or for ever where it has none', () => {
  const seen = (signal: string) =>
    scoreBounds(demo, {
      facts: nobody,
      possible: openOf({ [`signal:${signal}`]: { mayBeUnanswered: true, values: 'any' } }),
      now: NOW,
    }).intent
  expect(seen('ebook')).toEqual({ lowest: 0, highest: 30 })
  expect(seen('pricing-page')).toEqual({ lowest: 0, highest: 60 })
  expect(seen('other')).toEqual({ lowest: 0, highest: 0 })
})

test('more ways than can be tried are still kept within bounds', () => {
  const letters = 'abcdefghijkl'.split('')
  const document: ScoringModel = {
    schema: 1,
    name: 'M',
    fit: {
      groups: [
        {
          id: 'g',
          label: 'G',
          floor: -5,
          cap: 60,
          criteria: letters.map((id) => ({ id, label: id, when: is(id, true), points: 10 })),
        },
      ],
    },
    intent: { groups: [] },
  }
  const possible = (): Possible => oneOf(true, false)
  const { fit } = scoreBounds(compileModel(document, { version: 1 }), {
    facts: nobody,
    possible,
    now: NOW,
  })
  expect(fit).toEqual({ lowest: 7.69, highest: 100 })
})
