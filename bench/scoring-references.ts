import type { Condition, Lane, Operand } from '@bantam/schema'
import { LogicEngine } from 'json-logic-engine'
import jsonLogic from 'json-logic-js'
import { Engine, type TopLevelCondition } from 'json-rules-engine'
import { branches, branchLane, criteria, groups, type Answers } from './scoring-subject.ts'

/** What every engine must agree on for a lead. */
export interface Outcome {
  readonly fit: number
  readonly intent: number
  readonly lane: Lane
}

type Rule = (lead: Answers) => unknown

/** The same sums, caps and scale for every reference: only the evaluation of the rules is theirs. */
const evaluator = (rules: readonly Rule[]): ((lead: Answers) => Outcome) => {
  const judged = rules.slice(criteria.length)
  const laneOf = (lead: Answers, { fit, intent }: { fit: number; intent: number }): Lane => {
    for (let at = 0; at < judged.length; at++) if (judged[at]?.(lead)) return branchLane(at)
    if (fit < 50) return 'nurture'
    return intent < 50 ? 'prospecting' : 'sales'
  }
  const sums = groups.map(({ axis, cap, floor, places }) => ({
    isFit: axis === 'fit',
    cap,
    floor,
    parts: places.map((place) => ({
      holds: rules[place] as Rule,
      points: criteria[place]?.points ?? 0,
    })),
  }))
  return (lead) => {
    let fitSum = 0
    let intentSum = 0
    for (const { isFit, cap, floor, parts } of sums) {
      let sum = 0
      for (const { holds, points } of parts) if (holds(lead)) sum += points
      const value = Math.min(cap, Math.max(floor, sum))
      if (isFit) fitSum += value
      else intentSum += value
    }
    const fit = Math.round((10_000 * (fitSum - lowest)) / (highest - lowest)) / 100
    const intent = Math.min(100, Math.max(0, intentSum))
    return { fit, intent, lane: laneOf(lead, { fit, intent }) }
  }
}

const fit = groups.filter(({ axis }) => axis === 'fit')
const lowest = fit.reduce((sum, { floor }) => sum + floor, 0)
const highest = fit.reduce((sum, { cap }) => sum + cap, 0)

/** json-logic-engine, each condition compiled to a function. */
export const logicEngine = (): ((lead: Answers) => Outcome) => {
  const engine = new LogicEngine()
  return evaluator(conditions.map((condition) => engine.build(logicOf(condition)) as Rule))
}

/** json-logic-js, interpreted. */
export const logicJs = (): ((lead: Answers) => Outcome) => {
  return evaluator(
    conditions.map(logicOf).map((rule) => (lead: Answers) => jsonLogic.apply(rule, lead)),
  )
}

/** json-rules-engine: a rule per condition, all run for a lead. */
export const rulesEngine = (): ((lead: Answers) => Promise<Outcome>) => {
  const engine = new Engine()
  conditions.forEach((condition, place) =>
    engine.addRule({ conditions: { all: [ruleOf(condition)] }, event: { type: `${place}` } }),
  )
  let held: ReadonlySet<number> = new Set()
  const read = evaluator(conditions.map((_, place) => () => held.has(place)))
  return async (lead) => {
    const { events } = await engine.run(lead)
    held = new Set(events.map(({ type }) => Number(type)))
    return read(lead)
  }
}

const conditions = [...criteria.map(({ when }) => when), ...branches]

const logicOf = (condition: Condition): object => {
  if ('all' in condition) return { and: condition.all.map(logicOf) }
  if ('any' in condition) return { or: condition.any.map(logicOf) }
  if ('not' in condition) return { '!': logicOf(condition.not) }
  const { ref, op, value } = condition
  const write = logicOperators[op]
  if (!write) throw new RangeError(`no JsonLogic for ${op}`)
  return write({ var: idOf(ref) }, value)
}

const idOf = (ref: string) => ref.slice('question:'.length)

const logicOperators: { [op: string]: (variable: object, value: Operand | undefined) => object } = {
  is: (variable, value) => ({ '===': [variable, value] }),
  'is-not': (variable, value) => ({ '!==': [variable, value] }),
  'is-any-of': (variable, value) => ({ in: [variable, value] }),
  'is-none-of': (variable, value) => ({ '!': { in: [variable, value] } }),
  contains: (variable, value) => ({ in: [value, variable] }),
  'does-not-contain': (variable, value) => ({ '!': { in: [value, variable] } }),
  'at-least': (variable, value) => ({ '>=': [variable, value] }),
  'at-most': (variable, value) => ({ '<=': [variable, value] }),
  'greater-than': (variable, value) => ({ '>': [variable, value] }),
  'less-than': (variable, value) => ({ '<': [variable, value] }),
}

const ruleOf = (condition: Condition): TopLevelCondition | ReturnType<typeof factOf> => {
  if ('all' in condition) return { all: condition.all.map(ruleOf) }
  if ('any' in condition) return { any: condition.any.map(ruleOf) }
  if ('not' in condition) return { not: ruleOf(condition.not) }
  return factOf(condition)
}

const factOf = ({ ref, op, value }: { ref: string; op: string; value?: unknown }) => {
  const operator = ruleOperators[op]
  if (!operator) throw new RangeError(`no rule operator for ${op}`)
  return { fact: idOf(ref), operator, value }
}

const ruleOperators: { [op: string]: string } = {
  is: 'equal',
  'is-not': 'notEqual',
  'is-any-of': 'in',
  'is-none-of': 'notIn',
  contains: 'contains',
  'does-not-contain': 'doesNotContain',
  'at-least': 'greaterThanInclusive',
  'at-most': 'lessThanInclusive',
  'greater-than': 'greaterThan',
  'less-than': 'lessThan',
}
