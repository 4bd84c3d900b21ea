import type { Calculation, Condition } from '@bantam/schema'
import { allOf, asCondition, readCondition, type Read, type Reading } from './conditions.ts'
import type { Action, Definition } from './definition.ts'
import { textOf } from './json.ts'
import type { Subject } from './making.ts'
import { differencesOf } from './outcomes.ts'
import type { Plan } from './plan.ts'

type Step = Calculation['steps'][number]

/** One calculating action where it runs. */
interface Change {
  readonly action: Action
  readonly variable: string
  /** The question it runs after. */
  readonly own: string
  readonly isRequired: boolean
  readonly place: number
  /** Whether a jump back may lead to this place again. */
  readonly isRepeated: boolean
}

/** What reading the calculations of a form needs. */
export interface Ruled {
  readonly definition: Definition
  readonly plan: Plan
  /** Ids of the questions that cannot be left unanswered. */
  readonly required: ReadonlySet<string>
  /** Places that a jump back may lead to again. */
  readonly repeated: ReadonlySet<number>
}

export interface Variables {
  readonly calculations: readonly Calculation[]
  /** How a condition outside the calculations reads a variable. */
  readonly subjectOf: (name: string) => Subject
}

/**
 * The variables of a definition as calculations. The source runs each action once, when its field is
 * answered; a calculation is folded anew over all answers, so each step also asks whether its
 * question was visited, and a step that reads a variable reads it as it was at that moment.
 */
export const variablesOf = (ruled: Ruled, reading: Reading): Variables => {
  const { definition } = ruled
  const changes = changesOf(ruled)
  const starts = new Map(definition.variables)
  for (const { variable } of changes) if (!starts.has(variable)) starts.set(variable, 0)
  const calculations = new Map<string, Calculation>()
  const steps = new Map<Change, readonly Step[]>()

  const subjectOf = (name: string): Subject => ({
    ref: `calculation:${name}`,
    reads: typeof (starts.get(name) ?? 0) === 'number' ? 'number' : 'text',
  })
  /** The calculation of a variable's first changes, made with what they read before them. */
  const calculate = (name: string, before: number): string => {
    const all = changes.filter(({ variable }) => variable === name)
    const first = all.filter((change) => changes.indexOf(change) < before)
    const id = first.length === all.length ? name : `${name}-after-${first.length}-of-${all.length}`
    if (calculations.has(id)) return id
    const done = first.flatMap((change) => stepsOf(change))
    const start = starts.get(name) ?? 0
    calculations.set(id, {
      id,
      type: typeof start === 'number' ? 'number' : 'text',
      start,
      steps: done,
    })
    return id
  }
  const stepsOf = (change: Change): readonly Step[] => {
    const known = steps.get(change)
    if (known) return known
    const at = changes.indexOf(change)
    const read = readSteps(change, {
      ...reading,
      own: change.own,
      isLater: ({ type, name }) =>
        type === 'field' && !change.isRepeated && (ruled.plan.placeOf(name) ?? 0) > change.place,
      subjectOf: (operand) =>
        operand.type === 'variable'
          ? {
              ...subjectOf(operand.name),
              ref: `calculation:${calculate(operand.name, at)}`,
            }
          : reading.subjectOf(operand),
    })
    steps.set(change, read)
    return read
  }
  for (const name of starts.keys()) calculate(name, changes.length)
  const differences = differencesOf(definition, calculations)
  return { calculations: [...calculations.values(), ...differences], subjectOf }
}

/** In the order of the questions. */
const changesOf = ({ plan, required, repeated }: Ruled): readonly Change[] =>
  plan.places.flatMap((place, at) =>
    place.blocks
      .flatMap(({ actions }) => actions)
      .filter(isCalculation)
      .map((action) => ({
        action,
        variable: action.target.name,
        own: `question:${place.id}`,
        isRequired: required.has(place.id),
        isRepeated: repeated.has(at),
        place: at,
      })),
  )

const isCalculation = ({ action, target }: Action) =>
  Object.hasOwn(operations, action) && target.type === 'variable'

const operations: { readonly [action: string]: Step['do'] } = {
  add: 'add',
  subtract: 'subtract',
  multiply: 'multiply',
  divide: 'divide',
  set: 'set',
}

const readSteps = (change: Change, reading: Reading): readonly Step[] => {
  const { report } = reading
  const { action, isRepeated } = change
  const { path, value } = action
  const holds = readCondition(action.condition, reading)
  if (holds === false) {
    report.drop(path, 'Its condition never holds here.')
    return []
  }
  const doing = operations[action.action] ?? 'set'
  const when = allOf([visited(change, holds), holds])
  if (when === false) return []
  if (isRepeated)
    report.change(path, 'It counts once, also where a jump back leads to its question again.')
  const constant = typeof value.value === 'number' ? value.value : textOf(value.value)
  if (value.type === 'constant' && constant !== undefined) {
    report.keep(path)
    return [{ ...(when !== true && { when: asCondition(when) }), do: doing, value: constant }]
  }
  const subject = value.type === 'field' ? reading.subjectOf(value) : undefined
  if (subject?.steps) {
    report.change(path, 'It is one step for each answer that the question can have.')
    return subject.steps.map((one) => ({
      when: asCondition(allOf([{ ref: subject.ref, op: 'is', value: one }, when]) || true),
      do: doing,
      value: one,
    }))
  }
  report.drop(path, 'A calculation here takes a fixed number or text, not an answer or a variable.')
  return []
}

/** A question was visited when it is answered, or known to be left unanswered. */
const visited = ({ own: ref, isRequired }: Change, holds: Read): Read => {
  if (typeof holds === 'object' && needs(holds, ref)) return true
  const isAnswered: Condition = { ref, op: 'is-answered' }
  return isRequired ? isAnswered : { any: [isAnswered, { ref, op: 'is-not-answered' }] }
}

/** Whether a condition can only hold once the question was answered. */
const needs = (condition: Condition, ref: string): boolean => {
  if ('all' in condition) return condition.all.some((one) => needs(one, ref))
  if ('any' in condition) return condition.any.every((one) => needs(one, ref))
  return (
    !('not' in condition) &&
    `${condition.ref}.`.startsWith(`${ref}.`) &&
    condition.op !== 'is-not-answered'
  )
}
