import type { Binary, Expression, Unary, Value } from './expression.ts'
import { valueWritten } from './number-in.ts'

/**
 * What an expression comes to as survey-core 2.5 computes it, given the value of each variable;
 * undefined where it calls a function that is not known here.
 */
export const evaluate = (
  expression: Expression,
  valueOf: (name: string) => Value,
): { readonly value: Value } | undefined => {
  const parts = (of: readonly Expression[]): readonly Value[] | undefined => {
    const values = of.map((one) => evaluate(one, valueOf))
    return values.every((one) => one !== undefined) ? values.map(({ value }) => value) : undefined
  }
  switch (expression.kind) {
    case 'constant':
      return { value: expression.value }
    case 'variable': {
      const value = valueOf(expression.name)
      return { value: typeof value === 'string' && !expression.asIs ? valueWritten(value) : value }
    }
    case 'list': {
      const value = parts(expression.items)
      return value && { value }
    }
    case 'unary': {
      const of = parts([expression.of])
      return of && { value: unaries[expression.op](of[0]) }
    }
    case 'binary': {
      const [left, right] = parts([expression.left, expression.right]) ?? [nowhere, nowhere]
      if (left === nowhere) return undefined
      return { value: binaries[expression.op](left, right) }
    }
    case 'call': {
      const call = Object.hasOwn(calls, expression.name) ? calls[expression.name] : undefined
      const args = call && parts(expression.args)
      return args && { value: call?.(args) }
    }
  }
}

/** Says that there is no value, where undefined is one. */
const nowhere: Value = ['nowhere']

/** Whether a condition that comes to this value holds. */
export const isTruthy = (value: Value): boolean => !!value

export const isEmpty = (value: Value): boolean =>
  Array.isArray(value) ? value.length === 0 : !value && value !== 0 && value !== false

/** Equality of SurveyJS: texts without regard to case and space, numbers by value, lists in any order. */
export const areEqual = (one: Value, other: Value): boolean => {
  if (one === other || isBlank(one, other) || isBlank(other, one)) return true
  if (typeof one === 'string' && typeof other === 'string') return folded(one) === folded(other)
  if (typeof one !== 'object' && typeof other !== 'object') {
    if (isNumeric(one) && isNumeric(other) && isSameNumber(`${one}`, `${other}`)) return true
    if (isEmpty(one) !== isEmpty(other)) return false
    if (typeof one === 'boolean' && typeof other === 'string')
      return `${one}` === other.toLowerCase()
    if (typeof other === 'boolean' && typeof one === 'string')
      return `${other}` === one.toLowerCase()
    return Number(one) === Number(other)
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one.length !== other.length)
    return false
  const [sorted, others] = [one.toSorted(byText), other.toSorted(byText)]
  return sorted.every((value, at) => areEqual(value, others[at]))
}

const isBlank = (one: Value, other: Value) =>
  one === undefined && (other === '' || (Array.isArray(other) && other.length === 0))

const isNumeric = (value: Value) => value !== undefined && !Number.isNaN(Number(value))

const isSameNumber = (one: string, other: string) =>
  Number.parseInt(one) === Number.parseInt(other) &&
  Number.parseFloat(one) === Number.parseFloat(other)

const folded = (text: string) => text.trim().toLowerCase()

const byText = (one: Value, other: Value) => (String(one) < String(other) ? -1 : 1)

const unaries: { readonly [O in Unary]: (value: Value) => Value } = {
  empty: isEmpty,
  notempty: (value) => !isEmpty(value),
  negate: (value) => !value,
}

const isGreater = (one: Value, other: Value) =>
  one !== undefined && other !== undefined && isBelow(other, one)

/** JavaScript's own order: numbers where one side is a number, else texts, which lists are to it. */
const isBelow = (one: Value, other: Value): boolean => {
  const [left, right] = [one, other].map((value) =>
    typeof value === 'object' ? String(value) : value,
  )
  return typeof left === 'string' && typeof right === 'string'
    ? left < right
    : Number(left) < Number(right)
}

const contains = (left: Value, right: Value): boolean => {
  if (typeof left === 'object') return left.length > 0 && listHolds(left, right)
  if (!left && left !== 0 && left !== false) return false
  return !!right && String(left).toLowerCase().includes(String(right).toLowerCase())
}

const listHolds = (list: readonly Value[], right: Value) =>
  (typeof right === 'object' ? right : [right]).every((one) =>
    list.some((value) => areEqual(value, one)),
  )

const lacks = (left: Value, right: Value): boolean => {
  if (!left && !isEmpty(right)) return true
  if (typeof left === 'object') return left.length === 0 || !listHolds(left, right)
  if (!left && left !== 0 && left !== false) return false
  return !!right && !contains(left, right)
}

const isAnyOf = (left: Value, right: Value): boolean => {
  if (isEmpty(left)) return isEmpty(right)
  if (isEmpty(right)) return true
  if (typeof left !== 'object') return contains(right, left)
  if (typeof right !== 'object') return contains(left, right)
  return right.some((one) => contains(left, one))
}

/** Arithmetic takes nothing for 0 beside a number and for no text beside a text. */
const filled = (value: Value, other: Value): Value => {
  if (!isEmpty(value)) return value
  if (typeof other === 'number') return 0
  if (typeof value === 'string') return value
  return typeof other === 'string' ? '' : typeof other === 'object' ? [] : 0
}

const arithmetic =
  (compute: (one: Value, other: Value) => Value) =>
  (left: Value, right: Value): Value => {
    const one = filled(left, right)
    return compute(one, filled(right, one))
  }

const numeric = (compute: (one: number, other: number) => Value) =>
  arithmetic((one, other) => compute(Number(one), Number(other)))

const binaries: { readonly [O in Binary]: (left: Value, right: Value) => Value } = {
  or: arithmetic((one, other) => one || other),
  and: arithmetic((one, other) => one && other),
  equal: areEqual,
  notequal: (left, right) => !areEqual(left, right),
  greater: isGreater,
  less: (left, right) => isGreater(right, left),
  greaterorequal: (left, right) => areEqual(left, right) || isGreater(left, right),
  lessorequal: (left, right) => areEqual(left, right) || isGreater(right, left),
  plus: arithmetic((one, other) =>
    typeof one === 'string' || typeof other === 'string'
      ? String(one) + String(other)
      : add(one, other),
  ),
  minus: numeric((one, other) => rounded(one - other)),
  mul: numeric((one, other) => rounded(one * other)),
  div: numeric((one, other) => (other ? one / other : undefined)),
  mod: numeric((one, other) => (other ? one % other : undefined)),
  power: numeric((one, other) => one ** other),
  contains,
  notcontains: lacks,
  anyof: isAnyOf,
  noneof: (left, right) => !isAnyOf(left, right),
  allof: (left, right) =>
    (!!left || isEmpty(right)) &&
    (typeof right === 'object' ? right : [right]).every((one) => contains(left, one)),
}

const add = (one: Value, other: Value) => rounded(Number(one) + Number(other))

/** Without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
const rounded = (number: number) => Number(number.toPrecision(12))

/** Numbers among the arguments, lists taken apart. */
const numbersIn = (values: readonly Value[]): readonly number[] =>
  values.flatMap((value) =>
    typeof value === 'object' ? numbersIn(value) : isEmpty(value) ? [] : [Number(value)],
  )

const calls: { readonly [name: string]: (args: readonly Value[]) => Value } = {
  iif: ([condition, one, other]) => (condition ? one : other),
  sum: (args) => rounded(numbersIn(args).reduce((sum, number) => sum + number, 0)),
  min: (args) => (numbersIn(args).length > 0 ? Math.min(...numbersIn(args)) : undefined),
  max: (args) => (numbersIn(args).length > 0 ? Math.max(...numbersIn(args)) : undefined),
  avg: (args) => {
    const numbers = numbersIn(args)
    return numbers.length > 0
      ? numbers.reduce((sum, number) => sum + number, 0) / numbers.length
      : 0
  },
}
