import { MOST_VISITS, passesUnseen } from '../conversation/walk.ts'
import type { Plan } from './plan.ts'
import type { Reach } from './reach.ts'

/** Fewest and most questions asked. */
interface Length {
  readonly shortest: number
  readonly longest: number
}

interface Step {
  readonly from: number
  readonly to: number
  /** Questions asked on it: one or none. */
  readonly asks: number
  readonly exit: string | null | undefined
  /** How often it may be taken, on a jump back. */
  readonly again: number | undefined
}

/**
 * Between how many questions the conversations of each exit ask, by the steps that some conversation
 * can take: never narrower than the truth. Jumps back count as often as they may be taken.
 */
export const lengthsOf = (plan: Plan, reach: Reach): ReadonlyMap<string | null, Length> => {
  const steps = stepsOf(plan, reach)
  const end = plan.steps.length
  const forward = steps.filter(({ again }) => again === undefined)
  const fewest = fewestTo(steps, end)
  const most = mostFrom(forward, end)
  const repeated = steps.reduce(
    (sum, { again = 0, to }) => sum + again * Math.max(0, most[to] as number),
    0,
  )
  return new Map(
    [...reach.exits.keys()].map((exit) => {
      const last = steps.filter((step) => step.exit === exit)
      const shortest = Math.min(...last.map(({ from, asks }) => (fewest[from] as number) + asks))
      const direct = mostFrom(
        forward.filter((step) => step.exit === undefined || step.exit === exit),
        end,
      )
      const longest = repeated > 0 ? (most[0] as number) + repeated : (direct[0] as number)
      return [exit, { shortest, longest: Math.min(longest, MOST_VISITS) }]
    }),
  )
}

const stepsOf = ({ steps }: Plan, reach: Reach): readonly Step[] =>
  reach.steps.flatMap(({ isAsked, isPassedBy, goesOn, jumps }, from) => {
    const question = steps[from]?.question
    const asks = question && passesUnseen(question) ? 0 : 1
    const next = (asked: number): Step => ({
      from,
      to: from + 1,
      asks: asked,
      exit: from + 1 >= steps.length ? null : undefined,
      again: undefined,
    })
    return [
      ...(isPassedBy ? [next(0)] : []),
      ...(isAsked && goesOn ? [next(asks)] : []),
      ...jumps.flatMap(({ isTaken, to, ending, atMost }): Step[] =>
        isTaken
          ? [
              {
                from,
                to,
                asks,
                exit: to >= steps.length ? (ending ?? null) : undefined,
                again: to <= from ? atMost : undefined,
              },
            ]
          : [],
      ),
    ]
  })

/** Fewest questions asked before each place. */
const fewestTo = (steps: readonly Step[], end: number): readonly number[] => {
  const fewest = Array.from({ length: end + 1 }, () => Infinity)
  fewest[0] = 0
  for (let isChanged = true; isChanged;) {
    isChanged = false
    for (const { from, to, asks } of steps) {
      const count = (fewest[from] as number) + asks
      if (count >= (fewest[to] as number)) continue
      fewest[to] = count
      isChanged = true
    }
  }
  return fewest
}

/** Most questions asked from each place to the end without a jump back; -Infinity where no way leads there. */
const mostFrom = (steps: readonly Step[], end: number): readonly number[] => {
  const most = Array.from({ length: end + 1 }, () => -Infinity)
  most[end] = 0
  for (const { from, to, asks } of steps.toReversed())
    most[from] = Math.max(most[from] as number, asks + (most[to] as number))
  return most
}
