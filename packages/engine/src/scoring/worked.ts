import type { LeadFacts } from '../condition/facts.ts'
import type { CompiledGroup } from './compile-model.ts'
import { decayed, eventsOf } from './decay.ts'
import { clamp } from './group-value.ts'
import { lineOf, lineOfBound, lineOfEvents, type Line } from './line.ts'

/** Everything that some groups say about a lead. Points are in hundredths. */
export interface Row {
  /** Sums of the groups' values. */
  readonly fit: number
  readonly intent: number
  readonly fitLines: readonly Line[]
  readonly intentLines: readonly Line[]
  /** |points| of the criteria whose facts are known. */
  readonly known: number
  /** Intent that the visitor says and intent that the visitor does. */
  readonly said: number
  readonly done: number
  /** True when a fact of some explicit criterion of intent is known. */
  readonly isSaid: boolean
  /** Bits of the watches that hold. */
  readonly marks: number
  /** Positive points per BANT letter, in the order of `bantLetters`. */
  readonly reached: readonly number[]
}

type Draft = { -readonly [K in keyof Row]: Row[K] } & {
  readonly fitLines: Line[]
  readonly intentLines: Line[]
  readonly reached: number[]
}

/** Works groups out with their explanation; the sums are those of `groupValue`. */
export const workOut = (groups: readonly CompiledGroup[], facts: LeadFacts, now: number): Row => {
  const row: Draft = {
    fit: 0,
    intent: 0,
    fitLines: [],
    intentLines: [],
    known: 0,
    said: 0,
    done: 0,
    isSaid: false,
    marks: 0,
    reached: [0, 0, 0, 0],
  }
  for (const group of groups) addGroup(row, group, { facts, now })
  return row
}

const addGroup = (
  row: Draft,
  group: CompiledGroup,
  { facts, now }: { readonly facts: LeadFacts; readonly now: number },
) => {
  const isFit = group.axis === 'fit'
  const lines = isFit ? row.fitLines : row.intentLines
  let said = 0
  let done = 0
  let isTaken = false
  for (const one of group.criteria) {
    if (one.kind === 'explicit') {
      const truth = one.holds(facts, now)
      if (truth < 0) continue
      row.known += Math.abs(one.points)
      if (!isFit) row.isSaid = true
      if (truth === 0) continue
      for (const letter of one.letters)
        row.reached[letter] = (row.reached[letter] ?? 0) + Math.max(0, one.points)
      if (isTaken && group.picksFirst) continue
      said += one.points
      if (one.points) lines.push(lineOf(one, group.scale))
    } else {
      row.known += Math.abs(one.points)
      const events = eventsOf(one.criterion, { facts, now })
      if (!events.length || (isTaken && group.picksFirst)) continue
      const { halfLifeDays } = one.criterion
      const worth = decayed({ points: one.points, halfLifeDays }, { events, now })
      done += worth
      lines.push(lineOfEvents(one, { events, worth, now }))
    }
    isTaken = true
  }
  const value = clamp(said + done, group)
  const cut = value - said - done
  if (cut) lines.push(lineOfBound(group, cut))
  if (isFit) row.fit += value
  else {
    row.intent += value
    row.said += clamp(said, group)
    row.done += clamp(done, group)
  }
}
