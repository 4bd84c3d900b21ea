import type { AnswerValue, Calculation } from '@bantam/schema'
import { compileCondition } from '../condition/compile-condition.ts'
import type { Facts, Holds } from '../condition/facts.ts'
import { numberOf } from '../condition/comparison.ts'

export type Calculated = Record<string, number | string>

/**
 * Folds every calculation over the facts and writes each result among their values, where later
 * calculations and the form's conditions read it.
 */
export type Calculate = (facts: {
  readonly values: { [ref: string]: AnswerValue | null | undefined }
  readonly isOpen?: boolean
}) => Calculated

type Step = Calculation['steps'][number]

export const compileCalculations = (calculations: readonly Calculation[]): Calculate => {
  const compiled = calculations.map(({ id, type, start, steps }) => ({
    id,
    start: type === 'number' ? numberOf(start) || 0 : `${start}`,
    steps: steps.map((step) => ({ ...step, holds: step.when && compileCondition(step.when) })),
  }))
  return (facts) => {
    const results: Calculated = {}
    for (const { id, start } of compiled) facts.values[`calculation:${id}`] = start
    for (const { id, start, steps } of compiled) {
      let result = start
      for (const step of steps) if (isDue(step, facts)) result = after(result, step)
      results[id] = facts.values[`calculation:${id}`] = result
    }
    return results
  }
}

const isDue = ({ holds }: { holds: Holds | undefined }, facts: Facts) =>
  !holds || holds(facts) === 1

/** A text is set or added to; a step that yields no finite number, such as a division by zero, leaves the value. */
const after = (result: number | string, { do: operation, value }: Step): number | string => {
  if (typeof result === 'string')
    return operation === 'set' ? `${value}` : operation === 'add' ? result + value : result
  const number = arithmetic[operation](result, numberOf(value))
  return Number.isFinite(number) ? number : result
}

const arithmetic: { readonly [O in Step['do']]: (a: number, b: number) => number } = {
  set: (_, b) => b,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
}
