import type { Form, ScoringModel } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileForm } from '../conversation/compile-form.ts'
import { valuesOf } from '../conversation/values.ts'
import { bantOf } from '../scoring/bant.ts'
import { compileModel } from '../scoring/compile-model.ts'
import { scoreOf } from '../scoring/score.ts'
import { branchingForm, hiddenFields, repliesTo } from '../testing/branching-forms.ts'
import { everyWalk } from '../testing/every-walk.ts'
import { randomModel } from '../testing/random-models.ts'
import { diagnose } from './diagnose.ts'

/** A model of refs a, b and c for a form of questions q0, q1 and so on, the last of which fills a property. */
const fitted = (model: ScoringModel): ScoringModel =>
  JSON.parse(
    JSON.stringify(model)
      .replaceAll('question:a', 'question:q0')
      .replaceAll('question:b', 'question:q1'),
    // Letters are what the random forms answer with.
    (_, value: unknown) => ({ x: 'a', y: 'b', z: 'c' })[String(value)] ?? value,
  ) as ScoringModel

const filling = (form: Form): Form => ({
  ...form,
  questions: form.questions.map((question, at, all) =>
    at === all.length - 1 || at === 1 ? { ...question, property: 'c' } : question,
  ),
})

test('no conversation scores outside the figures of its path, nor reaches another lane', () => {
  fc.assert(
    fc.property(branchingForm(4), randomModel, (branching, random) => {
      const form = filling(branching)
      const document = fitted(random)
      const { lanes, paths } = diagnose(form, { model: document })
      const compiled = compileForm(form)
      const model = compileModel(document, { version: 1, bant: bantOf(form) })
      for (const hidden of hiddenFields)
        for (const walk of everyWalk(form, { hidden, repliesTo, most: 5 })) {
          const values = valuesOf(compiled, { ...walk, hidden })
          const facts = { values, signals: [], inList: () => false }
          const { fit, intent, lane } = scoreOf(model, facts, { now: 0 })
          const path = paths.find(({ ending }) => ending === (walk.ending ?? null))
          expect(lanes).toContain(lane)
          expect(path?.lanes).toContain(lane)
          expect(path?.fit?.lowest).toBeLessThanOrEqual(fit)
          expect(path?.fit?.highest).toBeGreaterThanOrEqual(fit)
          expect(path?.intent?.lowest).toBeLessThanOrEqual(intent)
          expect(path?.intent?.highest).toBeGreaterThanOrEqual(intent)
        }
    }),
    { numRuns: 150 },
  )
})
