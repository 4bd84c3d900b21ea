import type { Condition } from '@bantam/schema'
import { refsOf } from '../condition/refs.ts'
import type { Plan, PlannedJump } from '../diagnosis/plan.ts'
import type { Reached } from './reach.ts'

interface Asked {
  readonly plan: Plan
  readonly reached: readonly Reached[]
  /** Questions that are asked in any case, by id. */
  readonly kept: ReadonlySet<string>
}

/**
 * The questions to keep so that the kept ones are asked, and the conversation ends, as if none was
 * dropped: with the given ones all those on whose answers depends whether they are shown, or a jump
 * past, back to or out of what is kept.
 */
export const keptWithSteering = ({ plan, reached, kept }: Asked): ReadonlySet<string> => {
  const all = new Set(kept)
  const steering = new Set<number>()
  let before = -1
  while (before !== all.size + steering.size) {
    before = all.size + steering.size
    for (const one of reached) {
      const question = plan.steps[one.place]?.question
      if (!question || !one.mayBeShown) continue
      if (isSteering(one, { plan, reached, kept: all })) steering.add(one.place)
      const conditions = steering.has(one.place)
        ? (question.jumps ?? []).map(({ when }) => when)
        : []
      if (question.showIf && (steering.has(one.place) || all.has(question.id)))
        conditions.push(question.showIf)
      for (const id of questionsBehind(conditions, plan)) all.add(id)
    }
  }
  return all
}

/** Whether it makes a difference to what is kept which way is taken from here. */
const isSteering = (
  { place, jumps, mayGoOn }: Reached,
  { plan: { steps }, reached, kept }: Asked,
): boolean => {
  const exits = [...jumps.map(({ to }) => to), ...(mayGoOn ? [place + 1] : [])]
  const [nearest, furthest] = [Math.min(...exits), Math.max(...exits)]
  if (nearest === furthest && !jumps.some(isEnding)) return false
  if (nearest <= place || jumps.some(isEnding)) return exits.length > 1
  // All ways meet again at the furthest exit, unless one leads away before.
  return (
    steps.slice(nearest, furthest).some(({ question }) => kept.has(question.id)) ||
    reached.some(
      (one) =>
        nearest <= one.place &&
        one.place < furthest &&
        one.jumps.some((jump) => isEnding(jump) || jump.to <= one.place || jump.to > furthest),
    )
  )
}

const isEnding = ({ ending }: PlannedJump) => ending !== undefined

/** Ids of the questions whose answers conditions read, also by way of calculations. */
const questionsBehind = (
  conditions: readonly Condition[],
  { form: { questions, calculations = [] } }: Plan,
): ReadonlySet<string> => {
  const ids = new Set(questions.map(({ id }) => id))
  const found = new Set<string>()
  const seen = new Set<string>()
  const pending = conditions.flatMap(refsOf)
  for (let ref = pending.pop(); ref !== undefined; ref = pending.pop()) {
    if (seen.has(ref)) continue
    seen.add(ref)
    const name = ref.slice(ref.indexOf(':') + 1)
    if (ref.startsWith('question:')) {
      // A part is read as ID.PART; an id may hold dots itself.
      for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1))
        if (ids.has(name.slice(0, end))) {
          found.add(name.slice(0, end))
          break
        }
    } else if (ref.startsWith('calculation:'))
      for (const { when } of calculations.find(({ id }) => id === name)?.steps ?? [])
        if (when) pending.push(...refsOf(when))
  }
  return found
}
