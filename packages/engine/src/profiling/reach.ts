import type { Question } from '@bantam/schema'
import type { Facts } from '../condition/facts.ts'
import type { Plan, PlannedJump } from '../diagnosis/plan.ts'
import { truthsInBranches, type PossibleRefs } from './open-refs.ts'

/** A place that a conversation may come to, and where it may go from there. */
export interface Reached {
  readonly place: number
  readonly mayBeShown: boolean
  /** Whether it may also be passed over, by its own showIf. */
  readonly mayBePassed: boolean
  /** Jumps that may be taken. */
  readonly jumps: readonly PlannedJump[]
  /** Whether it may go on to the next place. */
  readonly mayGoOn: boolean
}

interface From {
  /** The question that is being asked. */
  readonly place: number
  readonly refs: PossibleRefs
  readonly facts: Facts
}

/** Every place that a conversation may come to from the question that it stands at, in their order. */
export const reachFrom = (
  { steps, repeatsFrom }: Plan,
  { place, refs, facts }: From,
): readonly Reached[] => {
  const found: (Reached | undefined)[] = steps.map(() => undefined)
  const coming = [place]
  for (let at = coming.pop(); at !== undefined; at = coming.pop()) {
    const step = steps[at]
    if (!step || found[at]) continue
    const { showIf } = step.question
    const isAsked = at === place && repeatsFrom > place
    const shown = showIf && !isAsked ? truthsInBranches(showIf, { refs, facts }) : surely
    const jumps: PlannedJump[] = []
    let mayGoOn = shown.mayFail || !shown.mayHold
    if (shown.mayHold) {
      let isTaken = false
      for (const jump of step.jumps) {
        const { mayHold, mayFail } = truthsInBranches(jump.when, { refs, facts })
        if (!mayHold) continue
        jumps.push(jump)
        isTaken = !mayFail && jump.atMost === Infinity
        if (isTaken) break
      }
      mayGoOn ||= !isTaken
    }
    found[at] = {
      place: at,
      mayBeShown: shown.mayHold,
      mayBePassed: shown.mayFail,
      jumps,
      mayGoOn,
    }
    if (mayGoOn) coming.push(at + 1)
    for (const { to } of jumps) coming.push(to)
  }
  return found.filter((one) => one !== undefined)
}

const surely = { mayHold: true, mayFail: false }

/** Ids of the questions that no way leads past, those of them that satisfy `isOne`. */
export const unavoidable = (
  { steps }: Plan,
  { reached, isOne }: { reached: readonly Reached[]; isOne: (question: Question) => boolean },
): ReadonlySet<string> => {
  const leaps = reached.flatMap(({ place, jumps }) => jumps.map(({ to }) => [place, to] as const))
  return new Set(
    reached.flatMap(({ place, mayBePassed }) => {
      const question = steps[place]?.question
      const isLeapt = () => leaps.some(([from, to]) => from < place && place < to)
      return question && isOne(question) && !mayBePassed && !isLeapt() ? [question.id] : []
    }),
  )
}
