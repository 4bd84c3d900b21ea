import { pointerTo } from '../report.ts'
import { textOf } from '../typeform/json.ts'
import { evaluate, isTruthy } from './expression/evaluate.ts'
import { namesIn, withParts, type Expression } from './expression/expression.ts'
import { readExpression } from './gates.ts'
import type { Ledger } from './ledger.ts'
import type { Asked } from './survey.ts'

/**
 * Whether a question insists on an answer, reported. SurveyJS lets `requiredIf` overrule `isRequired`
 * and evaluates it anew with every answer; here a question is required or it is not. So it is kept where it
 * always holds, never does, or holds whenever the question is shown; otherwise it may be skipped.
 */
export const isRequired = (
  asked: Asked,
  { gates, report }: { gates: readonly Expression[]; report: Ledger },
): boolean => {
  const { path, raw, inside } = asked
  const text = textOf(raw['requiredIf'])?.trim()
  const below = pointerTo(path, 'requiredIf')
  const expression = text && readExpression(text, { path: below, inside, report })
  report.use(path, ['isRequired'])
  if (!expression) {
    if (text === '') report.use(path, ['requiredIf'])
    return raw['isRequired'] === true
  }
  if (report.has(pointerTo(path, 'isRequired')))
    report.change(pointerTo(path, 'isRequired'), 'Its requiredIf decides, as it does in SurveyJS.')
  const holds = whenShown(expression, gates)
  if (holds === undefined) report.drop(below, DEPENDS)
  else report.keep(below)
  return holds ?? false
}

const DEPENDS =
  'A question is required or it is not; this one is asked, and may be skipped where SurveyJS insisted.'

/** What an expression comes to whenever these hold; undefined where that depends on answers. */
const whenShown = (expression: Expression, gates: readonly Expression[]): boolean | undefined => {
  const fixed = namesIn(expression).length === 0 && evaluate(expression, () => undefined)
  if (fixed) return isTruthy(fixed.value)
  const held = new Set(gates.flatMap(conjunctsOf).map(written))
  return conjunctsOf(expression).every((one) => held.has(written(one))) ? true : undefined
}

const conjunctsOf = (expression: Expression): readonly Expression[] =>
  expression.kind === 'binary' && expression.op === 'and'
    ? [...conjunctsOf(expression.left), ...conjunctsOf(expression.right)]
    : [expression]

/** The same text for the same expression, whatever the case of its names. */
const written = (expression: Expression): string => JSON.stringify(folded(expression))

const folded = (expression: Expression): Expression =>
  expression.kind === 'variable'
    ? { ...expression, name: expression.name.toLowerCase() }
    : withParts(expression, folded)
