import type { Condition } from '@bantam/schema'
import { conditionOf } from './condition.ts'
import type { Expression } from './expression/expression.ts'
import { withParts } from './expression/expression.ts'
import { parseExpression } from './expression/parse.ts'
import type { Ledger } from './ledger.ts'
import type { Rules } from './rules.ts'
import type { Asked } from './survey.ts'
import { allOf, always, anyOf, sizeOf } from './truth.ts'

/** What must hold, or must not, for a question to be asked. */
export interface Gate {
  readonly expression: Expression
  readonly holds: boolean
  /** Where it is decided; the question's own place when absent. */
  readonly at?: number
  readonly path: string
}

/** Reads an expression of the source; one that cannot be read is dropped from the report's point of view. */
export const readExpression = (
  text: string,
  { path, inside, report }: { path: string; inside: Asked['inside']; report: Ledger },
): Expression | undefined => {
  const parsed = parseExpression(text)
  if (parsed.kind === 'parsed') return within(parsed.expression, inside)
  report.drop(path, `It cannot be read from character ${parsed.at + 1} on.`)
  return undefined
}

/** `{panel.x}` and `{row.x}` name what is beside them. */
const within = (expression: Expression, inside: Asked['inside']): Expression => {
  if (expression.kind !== 'variable') return withParts(expression, (one) => within(one, inside))
  const [first = '', ...rest] = expression.name.split('.')
  const around = Object.hasOwn(inside, first.toLowerCase())
    ? inside[first.toLowerCase()]
    : undefined
  return around === undefined || rest.length === 0
    ? expression
    : { ...expression, name: `${around}.${rest.join('.')}` }
}

/** Rules that report what they lose, under the path of the expression they translate. */
export type RulesAt = (path: string) => Rules

/** Longer conditions than this are not worth having. */
const MOST_TESTS = 400

/** The condition under which a question is asked; undefined where it always is. */
export const shownIf = (
  gates: readonly Gate[],
  { place, rulesAt, report }: { place: number; rulesAt: RulesAt; report: Ledger },
): Condition | undefined => {
  const parts = gates.map(({ expression, holds, at = place, path }) => {
    report.keep(path)
    const condition = conditionOf(expression, { holds, at, rules: rulesAt(path) })
    if (sizeOf(condition) <= MOST_TESTS) return condition
    report.change(path, 'It would take more than 400 comparisons here, so it is taken to hold.')
    return always
  })
  const condition = allOf(parts)
  return 'all' in condition && condition.all.length === 0 ? undefined : condition
}

/** The condition under which a question was passed over, once its place has been reached. */
export const passedIf = (
  gates: readonly Gate[],
  { place, rules }: { place: number; rules: Rules },
): Condition =>
  anyOf(
    gates.map(({ expression, holds, at = place }) =>
      sizeOf(conditionOf(expression, { holds, at, rules })) > MOST_TESTS
        ? { any: [] }
        : conditionOf(expression, { holds: !holds, at, rules }),
    ),
  )
