import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileForm } from '../conversation/compile-form.ts'
import { walk } from '../conversation/walk.ts'
import { branchingForm, repliesTo } from '../testing/branching-forms.ts'
import { lengthsOf } from './lengths.ts'
import { planOf } from './plan.ts'
import { reachOf } from './reach.ts'
import { spaceOf } from './space.ts'
import { testsOfForm } from './tests-of-form.ts'

test('every conversation ends, and within the longest length, whatever is answered', () => {
  fc.assert(
    fc.property(branchingForm(6), fc.infiniteStream(fc.nat()), (form, chance) => {
      const plan = planOf(form)
      const space = spaceOf({ form, tests: testsOfForm(form), watched: [], flags: [] })
      const reach = reachOf(plan, { space, probes: new Map(), readAtEnd: [] })
      const longest = Math.max(...[...lengthsOf(plan, reach).values()].map((one) => one.longest))
      const { path, halted } = walk(compileForm(form), {
        visit: (question) => {
          const replies = repliesTo(question)
          return replies[chance.next().value % replies.length]
        },
      })
      expect(halted).toBeUndefined()
      expect(path.length).toBeLessThanOrEqual(longest)
    }),
    { numRuns: 500 },
  )
})
