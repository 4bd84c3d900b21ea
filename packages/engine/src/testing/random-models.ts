import type { AnswerValue, Condition, ScoringModel, Test } from '@bantam/schema'
import fc from 'fast-check'
import type { LeadFacts } from '../condition/facts.ts'
import { test } from './forms.ts'

const refs = ['question:a', 'question:b', 'property:c']
const points = fc.integer({ min: -3000, max: 5000 }).map((hundredths) => hundredths / 100)
const texts = ['x', 'y', 'z', '5']

const single: fc.Arbitrary<Test> = fc
  .oneof(
    fc.tuple(
      fc.constantFrom(...refs),
      fc.constantFrom('is', 'is-not', 'contains', 'does-not-contain'),
      fc.constantFrom(...texts, true, 5),
    ),
    fc.tuple(
      fc.constantFrom(...refs),
      fc.constantFrom('is-any-of', 'is-none-of', 'is'),
      fc.subarray(texts, { minLength: 1 }),
    ),
    fc.tuple(
      fc.constantFrom(...refs),
      fc.constantFrom('at-least', 'less-than', 'greater-than'),
      fc.constantFrom(1, 5, 7.5),
    ),
    fc.tuple(
      fc.constantFrom(...refs),
      fc.constantFrom('is-answered', 'is-not-answered'),
      fc.constant(undefined),
    ),
    fc.tuple(fc.constant('signal:visit'), fc.constant('at-least'), fc.constantFrom(1, 3)),
  )
  .map(([ref, op, value]) => test(ref, op as Test['op'], value))

const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: single },
  fc.array(single, { maxLength: 2 }).map((all) => ({ all })),
  fc.array(single, { maxLength: 2 }).map((any) => ({ any })),
  single.map((not) => ({ not })),
)

const explicit = fc.record({ when: condition, points })
const implicit = fc.record(
  {
    signal: fc.constantFrom('visit', 'ebook'),
    points,
    halfLifeDays: fc.constantFrom(1, 7, 30),
    withinDays: fc.constantFrom(5, 50),
    maxCount: fc.constantFrom(1, 2),
  },
  { requiredKeys: ['signal', 'points'] },
)

const groups = <C>(criterion: fc.Arbitrary<C>) =>
  fc
    .array(
      fc.record(
        {
          pick: fc.constantFrom('sum' as const, 'first' as const),
          cap: points.map(Math.abs),
          floor: points.map((value) => -Math.abs(value)),
          criteria: fc.array(criterion, { maxLength: 4 }),
        },
        { requiredKeys: ['criteria'] },
      ),
      { maxLength: 4 },
    )
    .map((of) =>
      of.map((group, at) => ({
        id: `g${at}`,
        label: `Group ${at}`,
        ...group,
        criteria: group.criteria.map((one, place) => ({
          id: `g${at}-${place}`,
          label: `Criterion ${place}`,
          ...one,
        })),
      })),
    )

export const randomModel: fc.Arbitrary<ScoringModel> = fc
  .tuple(
    groups(explicit),
    groups(fc.oneof(explicit, implicit)),
    fc.array(condition, { maxLength: 1 }),
  )
  .map(([fit, intent, exclusions]) => ({
    schema: 1,
    name: 'Random',
    fit: { groups: fit },
    intent: { groups: intent },
    exclusions: exclusions.map((when, at) => ({ id: `e${at}`, when, reason: 'because' })),
  }))

const value: fc.Arbitrary<AnswerValue | undefined> = fc.oneof(
  fc.constantFrom(...texts, ' X ', 'w', '6', 'xylophone'),
  fc.constantFrom(0, 1, 5, 6, 7.5, 100),
  fc.boolean(),
  fc.subarray([...texts, 'w'], { minLength: 1 }),
  fc.constantFrom({ other: 'x' }, ['x', { other: 'y' }], ['x', 'x'], { name: 'x' }, undefined),
)

/** Signals of the last 60 days before `now`, and one after it. */
export const randomFacts = (now: number): fc.Arbitrary<LeadFacts> =>
  fc
    .tuple(
      fc.tuple(value, value, value),
      fc.array(
        fc.tuple(fc.constantFrom('visit', 'ebook'), fc.double({ min: -1, max: 60, noNaN: true })),
      ),
    )
    .map(([values, seen]) => ({
      values: Object.fromEntries(refs.map((ref, at) => [ref, values[at]])),
      signals: seen.map(([name, days]) => ({ name, at: now - days * 86_400_000 })),
    }))
