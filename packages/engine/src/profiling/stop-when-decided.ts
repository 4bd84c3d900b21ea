import type { Condition, Lane, Question, QuestionKind } from '@bantam/schema'
import type { AnswerFacts } from '../answer/reading.ts'
import type { LeadFacts } from '../condition/facts.ts'
import { openRefs, possibleTruths } from '../condition/possible-truths.ts'
import { visiting } from '../conversation/turn.ts'
import { valuesOf } from '../conversation/values.ts'
import { walk, type State } from '../conversation/walk.ts'
import { scoreBounds, type Bounds, type Prospects } from '../scoring/bounds.ts'
import type { Plan } from '../diagnosis/plan.ts'
import { possibleRefs, type PossibleRefs, type Remaining } from './open-refs.ts'
import { reachFrom, unavoidable, type Reached } from './reach.ts'
import type { Stakes } from './stakes.ts'
import { keptWithSteering } from './steering.ts'

/** A conversation that is going on, and what is known beside its answers. */
export interface Standing extends Pick<LeadFacts, 'signals' | 'inList'> {
  /** Questions in its `skip` count as never asked. Without `hidden` the hidden fields are not known yet. */
  readonly state: State
  /** Epoch milliseconds. */
  readonly now: number
  readonly read?: AnswerFacts | undefined
}

/**
 * Ids of the optional questions that need not be asked any more: whatever would be answered to
 * everything that is left, nothing included, the lane, the exclusions, the rule of routing, the
 * promise of a first touch, the ending and the required questions stay the same. None as long as one
 * of these is open. Ways to reach a person, consents and appointments are always asked, and the BANT
 * questions of who is decided for sales unless the form says otherwise.
 */
export const skippable = (stakes: Stakes, standing: Standing): readonly string[] => {
  const { form, model, plan } = stakes
  const { profiling = {} } = form.form
  if (profiling.stopWhenDecided === false) return []
  const { state, signals, inList, now, read = {} } = standing
  if (state.hidden === undefined && stakes.isSteeredByHidden) return []
  const { path, answers, halted, facts } = walk(form, {
    hidden: state.hidden,
    visit: visiting(state, read),
  })
  if (halted === undefined) return []
  const values = { ...facts.values, ...valuesOf(form, { answers, hidden: state.hidden }) }
  const { refs, reached } = prospectsFrom(stakes, { ...state, place: halted, facts, values })

  const prospects = {
    facts: { values, signals, inList },
    possible: (ref: string) => refs.get(ref),
    now,
  }
  const lane = settledLane(scoreBounds(model, prospects))
  if (!lane || !isRouted(stakes, { ...prospects, lane })) return []

  const keepsBant = lane === 'sales' && profiling.keepBantForSales !== false
  const left = questionsOf(plan, reached)
  const isKept = (question: Question) =>
    question.required ||
    stays[question.kind] ||
    question.sensitivity === 'contact' ||
    (keepsBant && question.bant !== undefined)
  const kept = keptWithSteering({ plan, reached, kept: new Set(left.filter(isKept).map(idOf)) })
  const visited = new Set(path.slice(0, -1))
  return left.flatMap(({ id, kind }) =>
    kept.has(id) || visited.has(id) || kind === 'statement' || isSettled(id, state) ? [] : [id],
  )
}

const idOf = ({ id }: Question) => id

/** What is asked for its own sake: a way to reach a person, a consent, an appointment. */
const stays: { readonly [K in QuestionKind]?: true } = {
  email: true,
  phone: true,
  contact: true,
  consent: true,
  scheduling: true,
}

const isSettled = (id: string, { known, skip }: State) =>
  known?.has(id) === true || skip?.has(id) === true

/** What refs may still turn out to be and where the conversation may go: each widens the other until neither grows. */
const prospectsFrom = (
  stakes: Stakes,
  from: Omit<Remaining, 'open' | 'sure'> & { readonly place: number },
): { readonly refs: PossibleRefs; readonly reached: readonly Reached[] } => {
  const { plan } = stakes
  let open: ReadonlySet<string> = new Set()
  for (;;) {
    const refs = possibleRefs(stakes, { ...from, open, sure: new Set() })
    const reached = reachFrom(plan, { ...from, refs })
    const found = new Set(questionsOf(plan, reached).map(idOf))
    if (found.size === open.size) {
      const sure = unavoidable(plan, {
        reached,
        isOne: (question) => isAnswered(question, from),
      })
      return { refs: possibleRefs(stakes, { ...from, open, sure }), reached }
    }
    open = found
  }
}

/** The questions that may be shown, in the form's order. */
const questionsOf = ({ steps }: Plan, reached: readonly Reached[]): readonly Question[] =>
  reached.flatMap(({ place, mayBeShown }) => {
    const question = steps[place]?.question
    return question && mayBeShown ? [question] : []
  })

/** Whether a visit always leaves an answer. */
const isAnswered = (
  { id, kind, required }: Question,
  { known, skip }: Pick<State, 'known' | 'skip'>,
): boolean =>
  kind !== 'statement' && (known?.has(id) === true || (required === true && !skip?.has(id)))

/** The one lane that remains, once no exclusion is open any more. */
const settledLane = ({ lanes, exclusions, excluded }: Bounds): Lane | undefined => {
  const [lane, ...others] = lanes
  return others.length || exclusions.length > excluded.length ? undefined : lane
}

/** Whether the rule of routing and the promise that a lead of the lane gets are settled. */
const isRouted = (
  { routing: { routing } }: Stakes,
  prospects: Prospects & { readonly lane: Lane },
): boolean => isFound(routing.rules, prospects) && isFound(routing.policies, prospects)

interface Conditional {
  readonly lanes?: readonly Lane[] | undefined
  readonly when?: Condition | undefined
}

/** Whether it is settled which of them is the first that fits, or that none does. */
const isFound = (
  ordered: readonly Conditional[],
  { lane, facts, possible, now }: Prospects & { readonly lane: Lane },
): boolean => {
  for (const { lanes, when } of ordered) {
    if (lanes && !lanes.includes(lane)) continue
    if (!when) return true
    const open = openRefs(when, possible)
    const { mayHold, mayFail } = possibleTruths(when, { facts, open, now })
    if (mayHold) return !mayFail
  }
  return true
}
