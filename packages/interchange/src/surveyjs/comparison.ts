import type { Condition } from '@bantam/schema'
import type { Domain, Option } from './domain.ts'
import { areEqual, evaluate, isEmpty } from './expression/evaluate.ts'
import type { Binary, Expression, Value } from './expression/expression.ts'
import { always, anyOf, never, opposite } from './truth.ts'

/**
 * The condition under which an expression about one answer holds, given that it is answered;
 * undefined where our language has no words for it.
 */
export const comparisonOf = (
  expression: Expression,
  { ref, domain }: { readonly ref: string; readonly domain: Domain },
): Condition | undefined => {
  if (expression.kind === 'variable')
    return domain.kind === 'number' ? { ref, op: 'is-not', value: 0 } : always
  if (expression.kind === 'unary' && expression.of.kind === 'variable')
    return expression.op === 'notempty' ? always : expression.op === 'empty' ? never : undefined
  if (expression.kind !== 'binary') return undefined
  const { op, left, right } = expression
  const mirrored = mirror[op]
  if (left.kind === 'variable') {
    const constant = evaluate(right, () => undefined)
    return isConstant(right) && constant ? compare(op, constant.value) : undefined
  }
  const constant = evaluate(left, () => undefined)
  return right.kind === 'variable' && mirrored && isConstant(left) && constant
    ? compare(mirrored, constant.value)
    : undefined

  function compare(by: Binary, value: Value): Condition | undefined {
    const positive = negations[by]
    if (positive) {
      const condition = compare(positive, value)
      return condition && opposite(condition)
    }
    if (domain.kind === 'many') return ofMany[by]?.(value, { ref, options: domain.options })
    if (domain.kind === 'count') return ofCount(by, value)
    if (domain.kind === 'text') return ofText[by]?.(value, ref)
    // To JavaScript true is 1.
    if (domain.kind === 'number')
      return ofText[by]?.(typeof value === 'boolean' ? Number(value) : value, ref)
    return domain.kind === 'date' ? (ofDate[by] ?? ofText[by])?.(value, ref) : undefined
  }
}

/** Of an answer that is there: at least one was picked, and how many more takes a calculation. */
const ofCount = (op: Binary, value: Value): Condition | undefined => {
  if (typeof value !== 'number') return undefined
  if ((op === 'greater' && value < 1) || (op === 'greaterorequal' && value <= 1)) return always
  const isNone = op === 'less' ? value <= 1 : (op === 'lessorequal' || op === 'equal') && value < 1
  return isNone ? never : undefined
}

const isConstant = (expression: Expression): boolean =>
  expression.kind === 'constant' ||
  (expression.kind === 'list' && expression.items.every(isConstant))

const negations: { readonly [O in Binary]?: Binary } = {
  notequal: 'equal',
  notcontains: 'contains',
  noneof: 'anyof',
}

const mirror: { readonly [O in Binary]?: Binary } = {
  equal: 'equal',
  notequal: 'notequal',
  less: 'greater',
  lessorequal: 'greaterorequal',
  greater: 'less',
  greaterorequal: 'lessorequal',
}

type Compare = (value: Value, ref: string) => Condition | undefined
type Table<C> = { readonly [O in Binary]?: C }

const scalar = (value: Value): string | number | boolean | undefined =>
  typeof value === 'object' || value === undefined ? undefined : value

const is: Compare = (value, ref) => {
  const operand = scalar(value)
  return operand === undefined || operand === '' ? never : { ref, op: 'is', value: operand }
}

const byNumber =
  (op: 'greater-than' | 'at-least' | 'less-than' | 'at-most'): Compare =>
  (value, ref) =>
    typeof value === 'number' ? { ref, op, value } : undefined

const ofText: Table<Compare> = {
  equal: is,
  contains: (value, ref) => {
    const part = typeof value === 'object' ? value.join(',') : value
    return part ? { ref, op: 'contains', value: `${part}` } : never
  },
  allof: (value, ref) => {
    const parts = (typeof value === 'object' ? value : [value]).map((one) => String(one ?? ''))
    return parts.includes('') ? never : { ref, op: 'contains', value: parts }
  },
  anyof: (value, ref) => {
    if (isEmpty(value)) return always
    if (typeof value !== 'object') return undefined
    return anyOf(value.flatMap((one) => is(one, ref) ?? []))
  },
  greater: byNumber('greater-than'),
  greaterorequal: byNumber('at-least'),
  less: byNumber('less-than'),
  lessorequal: byNumber('at-most'),
}

const byDate =
  (op: 'after' | 'before', isInclusive: boolean): Compare =>
  (value, ref) => {
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return undefined
    const strict: Condition = { ref, op, value }
    return isInclusive ? anyOf([{ ref, op: 'is', value }, strict]) : strict
  }

const ofDate: Table<Compare> = {
  greater: byDate('after', false),
  greaterorequal: byDate('after', true),
  less: byDate('before', false),
  lessorequal: byDate('before', true),
}

interface Among {
  readonly ref: string
  readonly options: readonly Option[]
}

/** Our ids of values, absent for one that is no choice. */
const idsOf = (value: Value, { options }: Among): readonly (string | undefined)[] =>
  (typeof value === 'object' ? value : [value]).map((one) => {
    const id = options.find((option) => areEqual(option.value, one))?.id
    return id === undefined ? undefined : `${id}`
  })

const oneOrAll = (ids: readonly string[]) => (ids.length === 1 ? (ids[0] ?? '') : [...ids])

const holdsAll = (value: Value, among: Among): Condition => {
  const ids = idsOf(value, among)
  if (ids.length === 0) return always
  const known = ids.filter((id) => id !== undefined)
  return known.length === ids.length
    ? { ref: among.ref, op: 'contains', value: oneOrAll(known) }
    : never
}

const ofMany: Table<(value: Value, among: Among) => Condition | undefined> = {
  contains: holdsAll,
  allof: holdsAll,
  anyof: (value, among) => {
    if (isEmpty(value)) return always
    const ids = idsOf(value, among).filter((id) => id !== undefined)
    if (ids.length === 0) return never
    return ids.length === 1
      ? { ref: among.ref, op: 'contains', value: oneOrAll(ids) }
      : { ref: among.ref, op: 'is-any-of', value: ids }
  },
  equal: (value, among) => {
    if (typeof value !== 'object' || value.length === 0) return never
    const ids = new Set(idsOf(value, among))
    const known = [...ids].filter((id) => id !== undefined)
    return known.length === value.length
      ? { ref: among.ref, op: 'is', value: oneOrAll(known) }
      : never
  },
}
