import type { BantLetter, BantStatus, Contribution, Score } from '@bantam/schema'
import type { LeadFacts } from '../condition/facts.ts'
import { bantStatus, type CompiledLetter } from './bant.ts'
import type { CompiledModel } from './compile-model.ts'
import { addContributions } from './contributions.ts'
import { rowOf } from './fields.ts'
import { clamp } from './group-value.ts'
import { fitOf, intentOf, labelOf, laneOf } from './lane.ts'
import { lineOfBound, type Line } from './line.ts'
import { isHeld } from './marks.ts'
import { workOut, type Row } from './worked.ts'

/**
 * Scores a lead at `now` (epoch milliseconds): fit and intent apart, each on 0–100 with two
 * decimals, and every point explained: the lines of an axis add up to its score exactly.
 */
export const scoreOf = (
  model: CompiledModel,
  facts: LeadFacts,
  { now }: { readonly now: number },
): Score => {
  const tally = tallyOf(model, facts, now)
  const fitTotal = fitOf(model, tally.fit)
  const intentTotal = intentOf(tally.intent)
  const fit = fitTotal / 100
  const intent = intentTotal / 100
  const seen = { facts, now, marks: tally.marks }
  const lane = laneOf(model, { fit, intent }, seen)
  const total = Math.round(model.weights.fit * fitTotal + model.weights.intent * intentTotal) / 100
  const coverage = model.weight ? tally.known / model.weight : 1

  const contributions: Contribution[] = []
  const lines = linesOf(model, tally)
  addContributions(contributions, { axis: 'fit', lines: lines.fit, total: fitTotal, facts })
  addContributions(contributions, {
    axis: 'intent',
    lines: lines.intent,
    total: intentTotal,
    facts,
  })

  const flags: string[] = []
  if (lane === 'sales' && total >= model.thresholds.salesReady) flags.push('sales-ready')
  if (coverage >= 0.5 && facts.signals.length && isConflict(tally)) flags.push('conflict')
  for (const exclusion of model.exclusions) if (isHeld(exclusion, seen)) flags.push(exclusion.flag)

  return {
    fit,
    intent,
    total,
    label: labelOf(model, { fit, intent }),
    lane,
    coverage,
    bant: checklist(model, tally.rows, facts),
    modelVersion: model.version,
    contributions,
    flags,
  }
}

/** Every group worked out, the looked-up ones first, with the sums of the rows. */
interface Tally {
  readonly rows: readonly Row[]
  fit: number
  intent: number
  known: number
  said: number
  done: number
  isSaid: boolean
  marks: number
}

const tallyOf = (model: CompiledModel, facts: LeadFacts, now: number): Tally => {
  const rows: Row[] = []
  for (const field of model.fields) rows.push(rowOf(field, facts))
  if (model.openGroups.length) rows.push(workOut(model.openGroups, facts, now))
  const tally = { rows, fit: 0, intent: 0, known: 0, said: 0, done: 0, isSaid: false, marks: 0 }
  for (const row of rows) {
    tally.fit += row.fit
    tally.intent += row.intent
    tally.known += row.known
    tally.said += row.said
    tally.done += row.done
    tally.isSaid ||= row.isSaid
    tally.marks |= row.marks
  }
  return tally
}

/** Where fit starts, every criterion that holds and every bound that bites, per axis. */
const linesOf = (
  { fitStart }: CompiledModel,
  { rows, intent: sum }: Tally,
): { readonly fit: readonly Line[]; readonly intent: readonly Line[] } => {
  const fit = fitStart ? [fitStart] : []
  const intent: Line[] = []
  for (const { fitLines, intentLines } of rows) {
    for (const line of fitLines) fit.push(line)
    for (const line of intentLines) intent.push(line)
  }
  const over = clamp(sum, percent) - sum
  if (over) intent.push(lineOfBound(percent, over))
  return { fit, intent }
}

const percent = { id: 'intent', label: 'Intent', floor: 0, cap: 10_000, scale: 1 }

/** Words and deeds 50 apart. Without a single signal deeds are unknown, not few: not asked then. */
const isConflict = ({ said, done, isSaid }: Tally) =>
  isSaid && Math.abs(clamp(said, percent) - clamp(done, percent)) >= 5000

const checklist = (
  { bant }: CompiledModel,
  rows: readonly Row[],
  facts: LeadFacts,
): Record<BantLetter, BantStatus> => {
  const status: Record<BantLetter, BantStatus> = {
    budget: 'unknown',
    authority: 'unknown',
    need: 'unknown',
    timeline: 'unknown',
  }
  for (let place = 0; place < bant.length; place++) {
    const letter = bant[place] as CompiledLetter
    if (!letter.refs.length) continue
    let reached = 0
    for (const row of rows) reached += row.reached[place] ?? 0
    status[letter.letter] = bantStatus(letter, { facts, reached })
  }
  return status
}
