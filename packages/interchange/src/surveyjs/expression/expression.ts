/** What an expression computes with; an unanswered question is undefined. */
export type Value = string | number | boolean | undefined | readonly Value[]

/** A SurveyJS expression. Names of variables are as written, without braces. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: Value }
  /** `asIs` keeps a text that looks like a number or a boolean a text. */
  | { readonly kind: 'variable'; readonly name: string; readonly asIs: boolean }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'unary'; readonly op: Unary; readonly of: Expression }
  | {
      readonly kind: 'binary'
      readonly op: Binary
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }

export type Unary = 'empty' | 'notempty' | 'negate'

export type Binary =
  | 'or'
  | 'and'
  | 'equal'
  | 'notequal'
  | 'less'
  | 'lessorequal'
  | 'greater'
  | 'greaterorequal'
  | 'plus'
  | 'minus'
  | 'mul'
  | 'div'
  | 'mod'
  | 'power'
  | 'contains'
  | 'notcontains'
  | 'anyof'
  | 'allof'
  | 'noneof'

/** The parts of an expression, in the order of reading. */
export const partsOf = (expression: Expression): readonly Expression[] => {
  if (expression.kind === 'list') return expression.items
  if (expression.kind === 'call') return expression.args
  if (expression.kind === 'unary') return [expression.of]
  return expression.kind === 'binary' ? [expression.left, expression.right] : []
}

/** The same expression with other parts. */
export const withParts = (
  expression: Expression,
  change: (part: Expression) => Expression,
): Expression => {
  if (expression.kind === 'list') return { ...expression, items: expression.items.map(change) }
  if (expression.kind === 'call') return { ...expression, args: expression.args.map(change) }
  if (expression.kind === 'unary') return { ...expression, of: change(expression.of) }
  return expression.kind === 'binary'
    ? { ...expression, left: change(expression.left), right: change(expression.right) }
    : expression
}

/** The distinct names an expression reads, in lower case: SurveyJS finds a value whatever its case. */
export const namesIn = (expression: Expression): readonly string[] =>
  expression.kind === 'variable'
    ? [expression.name.toLowerCase()]
    : [...new Set(partsOf(expression).flatMap(namesIn))]
