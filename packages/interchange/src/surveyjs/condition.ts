import type { Condition } from '@bantam/schema'
import { comparisonOf } from './comparison.ts'
import type { Option } from './domain.ts'
import { evaluate, isTruthy } from './expression/evaluate.ts'
import {
  namesIn,
  partsOf,
  withParts,
  type Expression,
  type Value,
} from './expression/expression.ts'
import type { Translating } from './rules.ts'
import { sumComparisonOf } from './sums.ts'
import { emptyStates, inStates, statesOf, valueIn, whenEmpty, type Subject } from './subject.ts'
import { allOf, always, anyOf, isAlways, isNever, never, opposite } from './truth.ts'

/**
 * The condition that holds exactly when the expression does (or does not) at that place of a
 * conversation, also where answers are missing: SurveyJS knows true and false, a condition here also
 * unknown.
 */
export const conditionOf = (expression: Expression, translating: Translating): Condition => {
  const { holds } = translating
  const same = (one: Expression) => conditionOf(one, translating)
  if (expression.kind === 'binary' && (expression.op === 'and' || expression.op === 'or')) {
    const parts = [same(expression.left), same(expression.right)]
    return (expression.op === 'and') === holds ? allOf(parts) : anyOf(parts)
  }
  if (expression.kind === 'unary' && expression.op === 'negate')
    return conditionOf(expression.of, { ...translating, holds: !holds })
  if (expression.kind === 'call' && expression.name === 'iif' && expression.args.length === 3) {
    const [when, yes, no] = expression.args as [Expression, Expression, Expression]
    const given = (is: boolean) => conditionOf(when, { ...translating, holds: is })
    return anyOf([allOf([given(true), same(yes)]), allOf([given(false), same(no)])])
  }
  return leafOf(expression, translating)
}

interface Live {
  readonly name: string
  readonly subject: Subject
}

const MOST_COMBINATIONS = 400

const leafOf = (written: Expression, translating: Translating): Condition => {
  const { holds, at, rules } = translating
  const lost = (why: string) => {
    rules.lose(why)
    return holds ? always : never
  }
  const subjects = namesIn(written).map((name) => ({ name, subject: rules.subjectOf(name) }))
  const absent = subjects.find(({ subject }) => subject === undefined)
  if (absent) return lost(`It reads {${absent.name}}, which is not asked here.`)
  const known = subjects.flatMap(({ name, subject }) => (subject ? [{ name, subject }] : []))
  const live = known.filter(({ subject }) => subject.place < at)
  for (const { name, subject } of known)
    if (subject.place >= at && subject.place < Infinity) rules.early(name)
  const presets = new Map(known.map(({ name, subject }) => [name, subject.preset]))
  const expression = withPresets(written, {
    isLive: (name) => live.some((one) => one.name === name),
    presets,
  })

  const isKnown = evaluate(expression, () => undefined)
  if (!isKnown)
    return lost(`It uses ${callsIn(expression).join(', ')}, for which there are no words here.`)
  if (live.length === 0) return isTruthy(isKnown.value) === holds ? always : never
  return (
    byStates(expression, { live, holds }) ??
    byComparison(expression, { live, holds }) ??
    sumComparisonOf(expression, translating) ??
    lost('Part of it compares what cannot be compared here.')
  )
}

const callsIn = (expression: Expression): readonly string[] => [
  ...(expression.kind === 'call' ? [`${expression.name}()`] : []),
  ...partsOf(expression).flatMap(callsIn),
]

/** What has no answer yet is as it was preset. */
const withPresets = (
  expression: Expression,
  known: { isLive: (name: string) => boolean; presets: ReadonlyMap<string, Value> },
): Expression => {
  if (expression.kind !== 'variable') return withParts(expression, (one) => withPresets(one, known))
  const name = expression.name.toLowerCase()
  return known.isLive(name) ? expression : { kind: 'constant', value: known.presets.get(name) }
}

type Leaf = { readonly live: readonly Live[]; readonly holds: boolean }

/** Where each answer is one of a few options, by trying all of them. */
const byStates = (expression: Expression, { live, holds }: Leaf): Condition | undefined => {
  const optionsOf = ({ subject: { domain } }: Live): readonly Option[] | undefined =>
    domain.kind === 'one' ? domain.options : undefined
  const listed = live.map(optionsOf)
  if (listed.some((options) => options === undefined)) return undefined
  const combinations = listed.reduce(
    (product, options) => product * ((options?.length ?? 0) + 2),
    1,
  )
  if (live.length > 1 && combinations > MOST_COMBINATIONS) return undefined

  const values = new Map<string, Value>()
  const tree = (rest: readonly Live[]): Condition => {
    const [one, ...others] = rest
    if (!one) {
      const found = evaluate(expression, (name) => values.get(name.toLowerCase()))
      return isTruthy(found?.value) === holds ? always : never
    }
    const { name, subject } = one
    const options = optionsOf(one) ?? []
    const groups = new Map<
      string,
      { result: Condition; states: ReturnType<typeof statesOf>[number][] }
    >()
    for (const state of statesOf(subject, options)) {
      values.set(name, valueIn(state, subject))
      const result = tree(others)
      const key = JSON.stringify(result)
      const group = groups.get(key) ?? { result, states: [] }
      groups.set(key, group)
      group.states.push(state)
    }
    return anyOf(
      [...groups.values()].map(({ result, states }) =>
        isNever(result) ? never : allOf([inStates(subject, { states, options }), result]),
      ),
    )
  }
  return tree(live)
}

/** Where one answer is compared with something fixed. */
const byComparison = (expression: Expression, { live, holds }: Leaf): Condition | undefined => {
  const [one, ...others] = live
  if (!one || others.length > 0) return undefined
  const { subject } = one
  const answered = comparisonOf(expression, subject)
  if (!answered) return undefined
  const wanted = holds ? answered : opposite(answered)
  const empty = emptyStates(subject)
  const holding = empty.filter((state) => {
    const found = evaluate(expression, () => valueIn(state, subject))
    return isTruthy(found?.value) === holds
  })
  if (isAlways(wanted) && holding.length === empty.length) return always
  return anyOf([
    isAlways(wanted) ? { ref: subject.ref, op: 'is-answered' } : wanted,
    ...holding.flatMap((state) => whenEmpty(state, subject)),
  ])
}
