import type { AnswerValue, Contribution, ScoringModel } from '@bantam/schema'
import { Score } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demoRequest, is, test as when } from '../testing/forms.ts'
import { demoModel } from '../testing/models.ts'
import { randomFacts, randomModel } from '../testing/random-models.ts'
import { bantOf } from './bant.ts'
import { compileModel } from './compile-model.ts'
import { measure } from './measure.ts'
import { scoreOf } from './score.ts'

const DAY = 86_400_000
const NOW = 1000 * DAY

const facts = (answers: { [id: string]: AnswerValue }, seen: readonly [string, number][] = []) => ({
  values: Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [`question:${id}`, value]),
  ),
  signals: seen.map(([name, daysAgo]) => ({ name, at: NOW - daysAgo * DAY })),
  display: (ref: string) => {
    const answer = answers[ref.slice('question:'.length)]
    return answer === undefined ? undefined : `<${String(answer)}>`
  },
})
const demo = compileModel(demoModel, { version: 3, bant: bantOf(demoRequest) })
const demoScore = (...given: Parameters<typeof facts>) =>
  scoreOf(demo, facts(...given), { now: NOW })

const modelOf = (
  fit: ScoringModel['fit']['groups'],
  intent: ScoringModel['intent']['groups'] = [],
) =>
  compileModel(
    { schema: 1, name: 'M', fit: { groups: fit }, intent: { groups: intent } },
    { version: 1 },
  )
const yes = (id: string, points: number) => ({ id, label: id, when: is(id, true), points })

const sumOf = (lines: readonly Contribution[], axis: 'fit' | 'intent') =>
  lines.reduce((sum, line) => sum + (line.axis === axis ? Math.round(line.points * 100) : 0), 0)

test('on random models the lines of each axis add up to its score exactly, and scores keep their shape', () => {
  fc.assert(
    fc.property(randomModel, randomFacts(NOW), (document, lead) => {
      const score = scoreOf(compileModel(document, { version: 1 }), lead, { now: NOW })
      expect(sumOf(score.contributions, 'fit')).toBe(Math.round(score.fit * 100))
      expect(sumOf(score.contributions, 'intent')).toBe(Math.round(score.intent * 100))
      expect(score.coverage).toBeGreaterThanOrEqual(0)
      expect(score.coverage).toBeLessThanOrEqual(1)
      for (const axis of [score.fit, score.intent]) expect(axis >= 0 && axis <= 100).toBe(true)
      expect(Score.parse(score)).toEqual(score)
    }),
    { numRuns: 500 },
  )
})

test('measure gives the numbers of the score, on random models and the same model again', () => {
  fc.assert(
    fc.property(randomModel, fc.array(randomFacts(NOW), { maxLength: 6 }), (document, leads) => {
      const model = compileModel(document, { version: 1 })
      for (const lead of leads) {
        const fresh = scoreOf(compileModel(document, { version: 1 }), lead, { now: NOW })
        const { fit, intent, lane } = scoreOf(model, lead, { now: NOW })
        expect({ fit, intent, lane }).toEqual({
          fit: fresh.fit,
          intent: fresh.intent,
          lane: fresh.lane,
        })
        expect(measure(model, lead, { now: NOW })).toEqual({ fit, intent, lane })
      }
    }),
    { numRuns: 500 },
  )
})

test('a looked-up answer gives what evaluating its criteria one by one gives', () => {
  fc.assert(
    fc.property(randomModel, randomFacts(NOW), (document, lead) => {
      const model = compileModel(document, { version: 1 })
      const unmarked = <T extends object>(one: T) => ({ ...one, masks: undefined })
      const plain = {
        ...model,
        fields: [],
        openGroups: model.groups,
        exclusions: model.exclusions.map(unmarked),
      }
      expect(measure(model, lead, { now: NOW })).toEqual(measure(plain, lead, { now: NOW }))
    }),
    { numRuns: 1000 },
  )
})

test('fit is normalised over all groups, answered or not', () => {
  const model = modelOf([
    { id: 'a', label: 'A', criteria: [yes('a', 30), yes('bad', -10)] },
    { id: 'b', label: 'B', cap: 20, criteria: [yes('b', 15), yes('b2', 15)] },
  ])
  const fit = (answers: { [id: string]: boolean }) =>
    scoreOf(model, facts(answers), { now: NOW }).fit
  expect(fit({})).toBe(16.67)
  expect(fit({ a: true })).toBe(66.67)
  expect(fit({ bad: true })).toBe(0)
  expect(fit({ a: true, b: true, b2: true })).toBe(100)
})

test('pick first takes the first that holds, and a model without points has no fit', () => {
  const group = {
    id: 'a',
    label: 'A',
    pick: 'first' as const,
    cap: 10,
    criteria: [yes('a', 5), yes('b', 10)],
  }
  expect(scoreOf(modelOf([group]), facts({ a: true, b: true }), { now: NOW }).fit).toBe(50)
  const none = scoreOf(modelOf([]), facts({}), { now: NOW })
  expect([none.fit, none.contributions]).toEqual([0, []])
})

test('signals halve every half-life, in their window, the newest first up to their count', () => {
  const visit = { id: 'v', label: 'Visited', signal: 'visit', points: 16 }
  const intent = (criterion: object, ...ages: number[]) =>
    scoreOf(
      modelOf([], [{ id: 'g', label: 'G', criteria: [{ ...visit, ...criterion }] }]),
      facts(
        {},
        ages.map((age) => ['visit', age]),
      ),
      { now: NOW },
    ).intent
  expect(intent({}, 0, 100)).toBe(32)
  expect(intent({ halfLifeDays: 7 }, 0, 7, 14)).toBe(28)
  expect(intent({ halfLifeDays: 7 }, 1)).toBe(14.49)
  expect(intent({ withinDays: 10 }, 5, 10, 10.01)).toBe(32)
  expect(intent({ halfLifeDays: 7, maxCount: 2 }, 14, 7, 0)).toBe(24)
  expect(intent({}, -1)).toBe(0)
})

test('what bites is a line of its own, in words', () => {
  const { contributions, intent } = demoScore(
    {
      role: 'director',
      'company-size': '201-1-000',
      timeline: 'this-quarter',
      needs: ['lead-scoring', 'lead-routing'],
    },
    [
      ['pricing-page', 2],
      ['pricing-page', 3],
      ['pricing-page', 14],
      ['ebook', 0.2],
    ],
  )
  expect(intent).toBe(100)
  expect(contributions.map(({ because }) => because)).toEqual([
    'Where fit starts before anything counts',
    'Role is <director>',
    'Company size is <201-1-000>',
    'Timeline is <this-quarter>',
    'Lead scoring',
    'Lead routing',
    'Needs is capped at 25',
    'Saw pricing 3 times, last 2 days ago',
    'Pricing page is capped at 60',
    'Downloaded an ebook once, 4 hours ago',
    'Intent is capped at 100',
  ])
})

test('lanes are a total function of fit and intent', () => {
  const criteria = [1, 2, 4, 8, 16, 32, 37].map((points) => yes(`p${points}`, points))
  const model = modelOf(
    [{ id: 'f', label: 'F', criteria }],
    [{ id: 'i', label: 'I', criteria: [yes('low', 49.99), yes('high', 50), yes('top', 75)] }],
  )
  const of = (fit: readonly number[], intent: string) =>
    scoreOf(
      model,
      facts(Object.fromEntries([...fit.map((points) => [`p${points}`, true]), [intent, true]])),
      { now: NOW },
    )
  const half = [32, 16, 2]
  expect(of(half, 'high')).toMatchObject({ fit: 50, intent: 50, lane: 'sales', label: 'B2' })
  expect(of(half, 'low')).toMatchObject({ lane: 'prospecting', label: 'B3' })
  expect(of([32, 16, 1], 'high')).toMatchObject({ fit: 49, lane: 'nurture', label: 'C2' })
  expect(of([16, 8, 4, 1], 'top')).toMatchObject({ fit: 29, lane: 'nurture', label: 'D1' })
  expect(of([37, 32, 4, 2], 'top')).toMatchObject({
    fit: 75,
    lane: 'sales',
    label: 'A1',
    total: 75,
  })
})

test('the first exclusion that holds decides the lane, each tells its reason', () => {
  const rival = demoScore({
    role: 'executive',
    email: 'spy@eu.rival.example',
    timeline: 'this-quarter',
  })
  expect([rival.lane, rival.flags]).toEqual(['disqualified', ['excluded:competitor-email']])
  const both = demoScore({ role: 'student', email: 'spy@rival.example' })
  expect([both.lane, both.flags]).toEqual([
    'nurture',
    ['excluded:student', 'excluded:competitor-email'],
  ])
})

test('sales-ready needs the sales lane and the total', () => {
  const ready = {
    role: 'executive',
    'company-size': '201-1-000',
    budget: 'over-50k',
    timeline: 'this-quarter',
    needs: ['lead-scoring'],
    call: true,
  }
  expect(demoScore(ready)).toMatchObject({ total: 88, flags: ['sales-ready'] })
  expect(demoScore({ ...ready, call: false, budget: 'none' }).flags).toEqual([])
})

test('words and deeds far apart are a conflict, unless nothing was seen at all', () => {
  const eager = {
    role: 'executive',
    'company-size': '1-50',
    budget: 'none',
    timeline: 'this-quarter',
    needs: ['lead-scoring'],
  }
  expect(demoScore(eager, [['other', 0]]).flags).toContain('conflict')
  expect(demoScore(eager).flags).not.toContain('conflict')
  expect(demoScore(eager, [['pricing-page', 0]]).flags).not.toContain('conflict')
})

test('coverage is the share of points whose facts are known', () => {
  const model = modelOf([{ id: 'g', label: 'G', criteria: [yes('a', 30), yes('b', -10)] }])
  expect(scoreOf(model, facts({ a: false }), { now: NOW }).coverage).toBe(0.75)
})

test('BANT is met from half of the best answer on, and unknown only without an answer', () => {
  const bant = (answers: { [id: string]: AnswerValue }) => demoScore(answers).bant
  expect(bant({})).toEqual({
    budget: 'unknown',
    authority: 'unknown',
    need: 'unknown',
    timeline: 'unknown',
  })
  expect(
    bant({ role: 'manager', timeline: 'this-year', needs: ['forms'], budget: 'none' }),
  ).toEqual({
    budget: 'not-met',
    authority: 'met',
    need: 'not-met',
    timeline: 'met',
  })
  expect(bant({ role: 'specialist' }).authority).toBe('partly')
})

test('an unanswered question can be a level of its own', () => {
  const model = modelOf([
    {
      id: 'g',
      label: 'Budget',
      criteria: [
        {
          id: 'n',
          label: 'Budget left open',
          when: when('question:a', 'is-not-answered'),
          points: 5,
        },
        yes('a', 10),
      ],
    },
  ])
  const { fit, contributions } = scoreOf(model, facts({}), { now: NOW })
  expect([fit, contributions.map(({ because }) => because)]).toEqual([33.33, ['Budget left open']])
})
