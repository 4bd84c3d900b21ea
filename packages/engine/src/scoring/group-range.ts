import type { LeadFacts } from '../condition/facts.ts'
import { possibleTruths, type OpenRefs } from '../condition/possible-truths.ts'
import type { CompiledCriterion, CompiledGroup, CompiledImplicit } from './compile-model.ts'
import { clamp, criterionValue } from './group-value.ts'
import { add, hull, nothing, type Range } from './range.ts'

export interface Outlook {
  readonly facts: LeadFacts
  readonly open: OpenRefs
  readonly now: number
}

/** What `groupValue` may come to, its criteria taken as independent of each other. */
export const groupRange = (group: CompiledGroup, outlook: Outlook): Range => {
  const sum = group.picksFirst ? firstOf(group, outlook) : sumOf(group, outlook)
  return { lowest: clamp(sum.lowest, group), highest: clamp(sum.highest, group) }
}

const sumOf = ({ criteria }: CompiledGroup, outlook: Outlook): Range => {
  let sum = nothing
  for (const one of criteria) {
    const { worth, mayFail } = prospectOf(one, outlook)
    if (worth) sum = add(sum, mayFail ? hull(worth, nothing) : worth)
  }
  return sum
}

const firstOf = ({ criteria }: CompiledGroup, outlook: Outlook): Range => {
  let found: Range | undefined
  for (const one of criteria) {
    const { worth, mayFail } = prospectOf(one, outlook)
    if (!worth) continue
    found = found ? hull(found, worth) : worth
    if (!mayFail) return found
  }
  return found ? hull(found, nothing) : nothing
}

/** Hundredths of points where a criterion holds, absent when it cannot. */
interface Prospect {
  readonly worth: Range | undefined
  readonly mayFail: boolean
}

const prospectOf = (one: CompiledCriterion, outlook: Outlook): Prospect => {
  const { facts, open, now } = outlook
  if (one.kind === 'implicit' && open.has(`signal:${one.criterion.signal}`))
    return { worth: worthOfAny(one), mayFail: true }
  if (one.kind === 'implicit' || !open.size) {
    const value = criterionValue(one, { facts, now, marks: 0 })
    return { worth: value === undefined ? undefined : exactly(value), mayFail: false }
  }
  const { mayHold, mayFail } = possibleTruths(one.criterion.when, outlook)
  return { worth: mayHold ? exactly(one.points) : undefined, mayFail }
}

const exactly = (value: number): Range => ({ lowest: value, highest: value })

/** A signal that may be seen as often as its criterion counts it, just now or long ago. */
const worthOfAny = ({ points, criterion: { maxCount = Infinity } }: CompiledImplicit): Range =>
  points ? hull(nothing, exactly(points * maxCount)) : nothing
