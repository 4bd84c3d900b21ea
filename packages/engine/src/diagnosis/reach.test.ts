import type { Form } from '@bantam/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { branchingForm, hiddenFields, repliesTo } from '../testing/branching-forms.ts'
import { everyWalk } from '../testing/every-walk.ts'
import { lengthsOf } from './lengths.ts'
import { planOf } from './plan.ts'
import { reachOf } from './reach.ts'
import { spaceOf } from './space.ts'
import { testsOfForm } from './tests-of-form.ts'

const followed = (form: Form) => {
  const plan = planOf(form)
  const space = spaceOf({ form, tests: testsOfForm(form), watched: [], flags: [] })
  const reach = reachOf(plan, { space, probes: new Map(), readAtEnd: [] })
  return { plan, reach, lengths: lengthsOf(plan, reach) }
}
test('whatever a conversation does is among what is followed', () => {
  fc.assert(
    fc.property(branchingForm(5), (form) => {
      const { reach, lengths } = followed(form)
      for (const hidden of hiddenFields)
        for (const { path, ending = null } of everyWalk(form, { hidden, repliesTo, most: 7 })) {
          for (const id of path) {
            const place = form.questions.findIndex((question) => question.id === id)
            expect(reach.steps[place]?.isAsked).toBe(true)
          }
          const length = lengths.get(ending)
          expect(length?.shortest).toBeLessThanOrEqual(path.length)
          expect(length?.longest).toBeGreaterThanOrEqual(path.length)
        }
    }),
    { numRuns: 150 },
  )
})

test('of questions that look at each other alone, nothing unreachable is missed', () => {
  fc.assert(
    fc.property(branchingForm(4, { isClosed: true }), (form) => {
      const { reach } = followed(form)
      const walks = everyWalk(form, { hidden: {}, repliesTo, most: 5 })
      const seen = new Set(walks.flatMap(({ path }) => path))
      for (const [at, { id }] of form.questions.entries())
        expect([id, reach.steps[at]?.isAsked]).toEqual([id, seen.has(id)])
    }),
    { numRuns: 300 },
  )
})
