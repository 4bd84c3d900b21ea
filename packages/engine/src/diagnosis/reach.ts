import { unite, type Box } from './box.ts'
import type { Condition, Test } from '@bantam/schema'
import { narrowingCalculated } from './calculated.ts'
import { layOut, OUTSIDE } from './layout.ts'
import type { Kept } from './liveness.ts'
import { narrowAll, narrowing, type Narrow } from './narrow.ts'
import type { Plan, PlannedJump } from './plan.ts'

/** How a jump fares, taken over all conversations. */
export interface ReachedJump extends PlannedJump {
  /** Whether any conversation gets as far as asking its condition. */
  readonly isTried: boolean
  readonly isTaken: boolean
  /** Whether its condition may ever not hold when it is asked. */
  readonly mayFail: boolean
}

interface Probed {
  readonly test: Test
  readonly mayHold: boolean
  readonly mayFail: boolean
}

/** How a question fares. Whatever a conversation can do is here; at times more. */
export interface ReachedStep {
  /** Whether any conversation comes to it, be it only to pass it by. */
  readonly isMet: boolean
  readonly isAsked: boolean
  readonly isPassedBy: boolean
  readonly jumps: readonly ReachedJump[]
  /** What the probes of this place say of the conversations to which it is shown. */
  readonly probes: readonly Probed[]
  /** Whether a conversation may go on from it to the next question. */
  readonly goesOn: boolean
}

export interface Reach {
  readonly steps: readonly ReachedStep[]
  /** The conversations that end, by the ending that a branch chose; null for none. */
  readonly exits: ReadonlyMap<string | null, readonly Box[]>
  /** What a conversation that ended in the box may hold for a dimension that is read at the end. */
  readonly maskAtEnd: (box: Box, dimension: number) => number
}

/**
 * Follows all conversations at once along the path rule, place by place, until nothing new turns up.
 * Bounds on jumps back are taken as loose, so that a walk within them is always among those found.
 */
export const reachOf = (plan: Plan, kept: Kept): Reach => {
  const { steps, form } = plan
  const { space, probes } = kept
  const { slotAt, outcomesOf, carried } = layOut(plan, kept)
  const calculated = narrowingCalculated(form, outcomesOf)
  const reading = { outcomesOf, calculated }
  const sidesOf = (condition: Condition): Sides => ({
    holds: narrowing(condition, { ...reading, sought: 'holds' }),
    holdsNot: narrowing(condition, { ...reading, sought: 'holds-not' }),
  })
  const branches = steps.map(({ question, jumps }, place) => ({
    shown: question.showIf && sidesOf(question.showIf),
    jumps: jumps.map((jump) => ({ jump, sides: sidesOf(jump.when) })),
    probes: (probes.get(place) ?? []).map((test) => ({ test, sides: sidesOf(test) })),
  }))
  const arrived: Box[][] = steps.map(() => [])
  const exits = new Map<string | null, Box[]>()
  const stale = new Set<number>()
  const reached: ReachedStep[] = steps.map(() => unmet)

  const arrive = (boxes: readonly Box[], { from, to, ending }: Way) => {
    if (boxes.length === 0) return
    const isEnd = to >= steps.length
    const at = isEnd ? (exits.get(ending ?? null) ?? []) : (arrived[to] as Box[])
    if (isEnd) exits.set(ending ?? null, at)
    const before = [...at]
    for (const box of boxes) unite(at, carried(box, { from, to: isEnd ? steps.length : to }))
    const isSame = before.length === at.length && at.every((box, index) => box === before[index])
    if (!isEnd && !isSame) stale.add(to)
  }

  /** The box after a place's question was asked; none when nothing can answer it. */
  const asked = (box: Box, place: number): readonly Box[] => {
    const after = [...box]
    for (const { dimension, mask } of space.written.get(steps[place]?.question.id ?? '') ?? []) {
      const slot = slotAt(place, dimension)
      if (slot !== undefined) after[slot] = mask
      if (mask === 0) return []
    }
    return [after]
  }

  const visit = (place: number): ReachedStep => {
    const { shown: sides, jumps, probes: probed } = branches[place] as (typeof branches)[number]
    const met = arrived[place] as Box[]
    const shown = sides ? narrowAll(met, sides.holds) : met
    const passing = sides ? narrowAll(met, sides.holdsNot) : []
    arrive(passing, { from: place, to: place + 1 })
    let left: readonly Box[] = shown.flatMap((box) => asked(box, place))
    const tried = jumps.map(({ jump, sides: { holds, holdsNot } }): ReachedJump => {
      const isTried = left.length > 0
      const taken = narrowAll(left, holds)
      const failing = narrowAll(left, holdsNot)
      arrive(taken, { from: place, to: jump.to, ending: jump.ending })
      // Whoever comes by more often than a jump may be taken goes on, although it holds.
      const isSpent = jump.atMost < Infinity && place >= plan.repeatsFrom
      left = isSpent ? left : failing
      return { ...jump, isTried, isTaken: taken.length > 0, mayFail: failing.length > 0 }
    })
    arrive(left, { from: place, to: place + 1 })
    return {
      isMet: met.length > 0,
      isAsked: shown.length > 0,
      isPassedBy: passing.length > 0,
      jumps: tried,
      probes: probed.map(({ test, sides: { holds, holdsNot } }) => ({
        test,
        mayHold: narrowAll(shown, holds).length > 0,
        mayFail: narrowAll(shown, holdsNot).length > 0,
      })),
      goesOn: left.length > 0,
    }
  }

  arrive([[]], { from: OUTSIDE, to: 0 })
  while (stale.size > 0) {
    const place = Math.min(...stale)
    stale.delete(place)
    reached[place] = visit(place)
  }
  return {
    steps: reached.map((step, place) =>
      step.isMet ? step : { ...step, jumps: (steps[place]?.jumps ?? []).map(untried) },
    ),
    exits,
    maskAtEnd: (box, dimension) => box[slotAt(steps.length, dimension) ?? -1] ?? 0,
  }
}

interface Way {
  readonly from: number
  readonly to: number
  readonly ending?: string | undefined
}

/** The two ways past a condition. */
interface Sides {
  readonly holds: Narrow
  readonly holdsNot: Narrow
}

const unmet: ReachedStep = {
  isMet: false,
  isAsked: false,
  isPassedBy: false,
  jumps: [],
  probes: [],
  goesOn: false,
}
const untried = (jump: PlannedJump): ReachedJump => ({
  ...jump,
  isTried: false,
  isTaken: false,
  mayFail: false,
})
