import type { AnswerValue, Operand, Operator } from '@bantam/schema'

export type Predicate = (value: AnswerValue) => boolean
/** Operators that say the opposite of another. */
export const opposites = {
  'is-not': 'is',
  'is-none-of': 'is-any-of',
  'does-not-contain': 'contains',
} as const
export const isOpposite = (op: Operator): op is keyof typeof opposites => op in opposites

export type Comparison = Exclude<
  Operator,
  keyof typeof opposites | 'is-answered' | 'is-not-answered' | 'in-list'
>
type Compile = (operand: Operand) => Predicate | undefined

/** Per operator, the predicate for an operand; undefined when the operand makes no sense for it. */
export const comparisons: { readonly [O in Comparison]: Compile } = {
  is: (operand) => {
    const keys = keysOf(operand)
    const [key = ''] = keys
    if (keys.length !== 1)
      return (value) => isList(value) && value.length === keys.length && value.every(among(keys))
    return (value) =>
      typeof value === 'string'
        ? foldsTo(value, key)
        : hasKey(isList(value) && value.length === 1 ? value[0] : value, key)
  },
  'is-any-of': (operand) => {
    const isAmong = among(keysOf(operand))
    return (value) =>
      typeof value === 'object' && isList(value) ? value.some(isAmong) : isAmong(value)
  },
  contains: (operand) => {
    const keys = keysOf(operand)
    return (value) => (isList(value) ? holdsAll(value, keys) : hasAll(foldedText(value), keys))
  },
  'starts-with': affix((text, part) => text.startsWith(part)),
  'ends-with': affix((text, part) => text.endsWith(part)),
  'greater-than': numeric((bound) => (value) => numberOf(value) > bound),
  'at-least': numeric((bound) => (value) => numberOf(value) >= bound),
  'less-than': numeric((bound) => (value) => numberOf(value) < bound),
  'at-most': numeric((bound) => (value) => numberOf(value) <= bound),
  between: (operand) => {
    if (!isList(operand) || operand.length !== 2) return
    const [low, high] = operand
    if (typeof low === 'number' && typeof high === 'number')
      return (value) => numberOf(value) >= low && numberOf(value) <= high
    const [from, to] = [dateOf(low), dateOf(high)]
    return from && to ? (value) => dateOf(value) >= from && dateOf(value) <= to : undefined
  },
  before: dated((bound) => (date) => date < bound),
  after: dated((bound) => (date) => date > bound),
}

/** Texts compare without regard to case and surrounding space. */
export const fold = (text: string): string => {
  for (let at = 0; at < text.length; at++)
    if (!isPlain(text.charCodeAt(at))) return text.trim().toLowerCase()
  return text
}

/** Printed ASCII without capitals: folding leaves it alone. */
const isPlain = (code: number) => code > 32 && code < 127 && (code < 65 || code > 90)

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** What a value says as text; a list says nothing as a whole. */
export const textOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value)
  const { other, name, domain } = value as { [part: string]: unknown }
  return String(other ?? name ?? domain ?? '')
}

/** Equal keys mean equal values; a free text beside choices equals no choice. */
export const keyOf = (value: unknown): string | undefined =>
  isList(value) || (typeof value === 'object' && value !== null && 'other' in value)
    ? undefined
    : foldedText(value)

/** The distinct keys of an operand, scalar or list. */
export const keysOf = (operand: unknown): readonly string[] => [
  ...new Set((isList(operand) ? operand : [operand]).map(keyOf).filter((key) => key !== undefined)),
]

/** Whether a single value has one of the keys. */
export const among =
  (keys: readonly string[]) =>
  (value: unknown): boolean => {
    if (typeof value === 'string') {
      for (const key of keys) if (foldsTo(value, key)) return true
    } else for (const key of keys) if (hasKey(value, key)) return true
    return false
  }

const hasKey = (value: unknown, key: string) =>
  typeof value === 'string'
    ? foldsTo(value, key)
    : typeof value === 'boolean'
      ? key === (value ? 'true' : 'false')
      : keyOf(value) === key

const holdsAll = (list: readonly unknown[], keys: readonly string[]): boolean => {
  next: for (const key of keys) {
    for (const one of list) if (hasKey(one, key)) continue next
    return false
  }
  return true
}

const hasAll = (text: string, keys: readonly string[]) => keys.every((key) => text.includes(key))

/**
 * Whether `fold(text)` is `key`, which is folded itself: nearly always told by the first character
 * that differs, because folding leaves plain ones alone.
 */
const foldsTo = (text: string, key: string): boolean => {
  if (text === key) return true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (at < key.length && code === key.charCodeAt(at)) continue
    return !isPlain(code) && fold(text) === key
  }
  return false
}

const foldedText = (value: unknown) => (isList(value) ? '' : fold(textOf(value)))

function affix(matches: (text: string, part: string) => boolean): Compile {
  return (operand) => {
    if (isList(operand)) return
    const part = foldedText(operand)
    return (value) => matches(foldedText(value), part)
  }
}

/** A number, or a text that writes one, as hidden fields do; anything else compares false with all. */
export const numberOf = (value: unknown): number =>
  typeof value === 'number'
    ? value
    : typeof value === 'string' && value.trim()
      ? Number(value)
      : Number.NaN

function numeric(compile: (bound: number) => Predicate): Compile {
  return (operand) => {
    const bound = numberOf(operand)
    return Number.isNaN(bound) ? undefined : compile(bound)
  }
}

const dateOf = (value: unknown): string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : ''

function dated(compile: (bound: string) => (date: string) => boolean): Compile {
  return (operand) => {
    const bound = dateOf(operand)
    const matches = compile(bound)
    return bound
      ? (value) => {
          const date = dateOf(value)
          return date !== '' && matches(date)
        }
      : undefined
  }
}
