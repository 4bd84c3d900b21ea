import type { DecisionRecord, Lane, RouteTarget } from '@bantam/schema'
import type { LeadFacts, Truth } from '../condition/facts.ts'
import type { CompiledRouting } from './compile-routing.ts'

/** The first rule that matches, else the fallback, with a record of every rule tried. */
export const matchRule = (
  { routing, rules }: CompiledRouting,
  { lane, facts, now }: { readonly lane: Lane; readonly facts: LeadFacts; readonly now: number },
): { readonly target: RouteTarget; readonly tried: DecisionRecord['rules'] } => {
  const tried: DecisionRecord['rules'] = []
  for (const { rule, holds } of rules) {
    const { id, label, lanes, to } = rule
    const isLane = lanes?.includes(lane) ?? true
    const truth = isLane ? (holds?.(facts, now) ?? 1) : 0
    if (truth === 1) {
      const because = lanes ? `the lane is ${lane}` : holds ? 'its condition holds' : 'it takes all'
      tried.push({
        id,
        label,
        outcome: 'matched',
        because: holds && lanes ? `${because} and its condition holds` : because,
      })
      return { target: to, tried }
    }
    const because = isLane ? missed[truth] : `the lane is ${lane}, not ${lanes?.join(' or ')}`
    tried.push({ id, label, outcome: 'passed', because })
  }
  const because = 'no rule matched'
  tried.push({ id: 'fallback', label: 'Fallback', outcome: 'fallback', because })
  return { target: routing.fallback, tried }
}

const missed: { readonly [T in Exclude<Truth, 1>]: string } = {
  0: 'its condition does not hold',
  [-1]: 'what its condition asks is not known',
}
