import type { Condition, Form, Question, Routing, ScoringModel, Test } from '@bantam/schema'
import fc from 'fast-check'
import { formOf, test } from './forms.ts'

export interface RandomStakes {
  readonly form: Form
  readonly model: ScoringModel
  readonly routing: Routing
}

/** Small forms of yes/no questions with a model, rules and promises that read some of their answers. */
export const randomStakes: fc.Arbitrary<RandomStakes> = fc
  .integer({ min: 2, max: 5 })
  .chain((count) => {
    const places = Array.from({ length: count }, (_, at) => at)
    const single = (refs: readonly string[]): fc.Arbitrary<Test> =>
      fc
        .tuple(
          fc.constantFrom(...refs),
          fc.constantFrom('is', 'is-not', 'is-answered', 'is-not-answered'),
          fc.boolean(),
        )
        .map(([ref, op, value]) =>
          test(ref, op as Test['op'], op.endsWith('answered') ? undefined : value),
        )
    const condition = (refs: readonly string[]): fc.Arbitrary<Condition> =>
      fc.oneof(
        { weight: 4, arbitrary: single(refs) },
        fc.array(single(refs), { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
        fc.array(single(refs), { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
        single(refs).map((not) => ({ not })),
      )
    const inForm = condition([...places.map((at) => `question:q${at}`), 'calculation:sum'])
    const inModel = condition([
      ...places.map((at) => `question:q${at}`),
      'property:p',
      'calculation:sum',
    ])
    const jump = fc.record(
      {
        when: fc.oneof({ weight: 3, arbitrary: inForm }, fc.constant<Condition>({ all: [] })),
        to: fc.oneof(
          fc.constantFrom(...places.map((at) => `question:q${at}`)),
          fc.constant('ending:early'),
        ),
        atMost: fc.integer({ min: 1, max: 2 }),
      },
      { requiredKeys: ['when', 'to'] },
    )
    const question = (at: number) =>
      fc
        .record(
          {
            kind: fc.constantFrom(...(['yes-no', 'yes-no', 'yes-no', 'consent'] as const)),
            required: fc.boolean(),
            property: fc.constant('p'),
            bant: fc.constant('need' as const),
            showIf: inForm,
            jumps: fc.array(jump, { maxLength: 1 }),
          },
          { requiredKeys: ['kind'] },
        )
        .map(({ property, bant, showIf, jumps, ...more }): Question => ({
          id: `q${at}`,
          title: `Question ${at}`,
          ...more,
          // Rarely, so that most forms are decided at some time.
          ...(at % 2 && property && { property }),
          ...(at % 2 && bant && { bant }),
          ...((at + count) % 3 === 1 && showIf && { showIf }),
          ...((at + count) % 3 !== 1 && jumps && { jumps }),
        }))
    const groups = fc
      .array(
        fc.array(fc.tuple(inModel, fc.integer({ min: -10, max: 30 })), {
          minLength: 1,
          maxLength: 2,
        }),
        { maxLength: 1 },
      )
      .map((of) =>
        of.map((criteria, at) => ({
          id: `g${at}`,
          label: `Group ${at}`,
          criteria: criteria.map(([when, points], place) => ({
            id: `g${at}-${place}`,
            label: `Criterion ${place}`,
            when,
            points,
          })),
        })),
      )
    const rare = fc
      .tuple(inModel, fc.integer({ min: 0, max: 3 }))
      .map(([one, chance]) => (chance ? undefined : one))
    const lane = fc.constantFrom('nurture' as const, 'disqualified' as const)
    const steps = fc.array(fc.tuple(inForm, fc.constantFrom(0, 1)), { maxLength: 2 })
    return fc
      .tuple(
        fc.tuple(...places.map(question)),
        groups,
        groups,
        fc.tuple(rare, lane),
        rare,
        rare,
        steps,
      )
      .map(([questions, fit, intent, [exclusion, excludes], rule, promise, of]) => ({
        form: formOf(questions, {
          profiling: { keepBantForSales: count % 2 === 0 },
          calculations: [
            {
              id: 'sum',
              type: 'number',
              start: 0,
              steps: of.map(([when, value]) => ({ when, do: 'add', value })),
            },
          ],
          endings: [
            { id: 'thanks', kind: 'message', title: 'Thank you' },
            { id: 'early', kind: 'message', title: 'That was quick' },
            { id: 'soon', kind: 'message', title: 'We will call', for: 'sales' },
          ],
        }),
        model: {
          schema: 1,
          name: 'Random',
          fit: { groups: fit },
          intent: { groups: intent },
          exclusions: exclusion
            ? [{ id: 'e', when: exclusion, reason: 'because', lane: excludes }]
            : [],
          thresholds: { fit: 40, intent: 10, fitFloor: 20 },
        },
        routing: {
          schema: 1,
          rules: rule
            ? [{ id: 'special', label: 'Special', when: rule, to: { destination: 'partner' } }]
            : [],
          fallback: { destination: 'nurture' },
          pools: [],
          calendars: [],
          policies: [
            ...(promise
              ? [
                  {
                    id: 'fast',
                    label: 'Fast',
                    when: promise,
                    firstTouchMinutes: 5,
                    calendar: 'none',
                  },
                ]
              : []),
            { id: 'slow', label: 'Slow', firstTouchMinutes: 60, calendar: 'none' },
          ],
        },
      }))
  })
