import type { Form } from '@bantam/schema'
import type { Finding } from './finding.ts'
import { narrowing, untouched } from './narrow.ts'
import type { Space } from './space.ts'

/** Steps of calculations whose condition contradicts itself: whatever is answered, they never count. */
export const checkCalculations = (
  { calculations = [] }: Form,
  space: Space,
): readonly Finding[] => {
  const outcomesOf: Parameters<typeof narrowing>[1]['outcomesOf'] = (test) => {
    const truths = space.truthsOf(test)
    return truths && { ...truths, slot: truths.dimension }
  }
  return calculations.flatMap(({ id, steps }, at) =>
    steps.flatMap(({ when }, index): readonly Finding[] => {
      const mayHold =
        !when ||
        narrowing(when, { sought: 'holds', outcomesOf, calculated: () => untouched })(
          space.anything,
        ).length > 0
      if (mayHold) return []
      return [
        {
          code: 'condition-never-holds',
          severity: 'warning',
          path: `calculations.${at}.steps.${index}.when`,
          message: `Step ${index + 1} of the calculation "${id}" never counts: its condition cannot hold. Change the condition, or remove the step.`,
          fix: {
            label: 'Remove the step',
            edits: [
              { type: 'setCalculation', id, field: 'steps', value: steps.toSpliced(index, 1) },
            ],
          },
        },
      ]
    }),
  )
}
