import type { Lane } from '@bantam/schema'
import type { LeadFacts } from '../condition/facts.ts'
import type { CompiledModel } from './compile-model.ts'
import { rowOf } from './fields.ts'
import { groupValue } from './group-value.ts'
import { fitOf, intentOf, laneOf } from './lane.ts'

/** The numbers of a score. */
export interface Measure {
  readonly fit: number
  readonly intent: number
  readonly lane: Lane
}

/** The same fit, intent and lane as `scoreOf`, without words: for replays of many leads. */
export const measure = (
  model: CompiledModel,
  facts: LeadFacts,
  { now }: { readonly now: number },
): Measure => {
  let fitSum = 0
  let intentSum = 0
  let marks = 0
  for (const field of model.fields) {
    const row = rowOf(field, facts)
    fitSum += row.fit
    intentSum += row.intent
    marks |= row.marks
  }
  const seen = { facts, now, marks }
  for (const group of model.openGroups) {
    const value = groupValue(group, seen)
    if (group.axis === 'fit') fitSum += value
    else intentSum += value
  }
  const fit = fitOf(model, fitSum) / 100
  const intent = intentOf(intentSum) / 100
  return { fit, intent, lane: laneOf(model, { fit, intent }, seen) }
}
