import type { Operator, Test } from '@bantam/schema'
import type { Answers, Subject } from './subjects.ts'

/** What a comparison is made with: nothing, one value, some of a list, or a lowest and a highest. */
export type Shape = 'none' | 'one' | 'some' | 'range'

/** The comparisons that make sense for each kind of answer, the usual one first. */
export const comparisonsOf: { readonly [A in Answers]: readonly Operator[] } = {
  choice: ['is', 'is-not', 'is-any-of', 'is-none-of', 'is-answered', 'is-not-answered'],
  choices: [
    'contains',
    'does-not-contain',
    'is-any-of',
    'is-none-of',
    'is-answered',
    'is-not-answered',
  ],
  text: [
    'is-answered',
    'is-not-answered',
    'is',
    'is-not',
    'contains',
    'does-not-contain',
    'starts-with',
    'ends-with',
  ],
  number: [
    'at-least',
    'at-most',
    'greater-than',
    'less-than',
    'is',
    'is-not',
    'between',
    'is-answered',
    'is-not-answered',
  ],
  figure: ['at-least', 'at-most', 'greater-than', 'less-than', 'is', 'is-not', 'between'],
  'yes-no': ['is', 'is-answered', 'is-not-answered'],
  date: ['before', 'after', 'is', 'between', 'is-answered', 'is-not-answered'],
  given: ['is-answered', 'is-not-answered'],
}

export const shapeOf = (op: Operator): Shape => shapes[op] ?? 'one'

const shapes: { readonly [O in Operator]?: Shape } = {
  'is-any-of': 'some',
  'is-none-of': 'some',
  between: 'range',
  'is-answered': 'none',
  'is-not-answered': 'none',
}

/** A first comparison with the subject, one that means something at once. */
export const firstTest = (subject: Subject): Test =>
  withOperator({ ref: subject.ref, op: 'is-answered' }, { subject, op: usualOf(subject) })

const usualOf = ({ answers, options }: Subject): Operator =>
  (answers === 'choice' || answers === 'choices') && options.length === 0
    ? 'is-answered'
    : (comparisonsOf[answers][0] ?? 'is-answered')

/** The same test by another comparison; what it is compared with is kept where it still fits. */
export const withOperator = (
  { ref, value }: Test,
  { subject, op }: { subject: Subject; op: Operator },
): Test => {
  const shape = shapeOf(op)
  if (shape === 'none') return { ref, op }
  const held = value === undefined || typeof value === 'boolean' ? [] : [value].flat()
  const fits = held.filter((one) => isOfKind(one, subject))
  const first = fits[0] ?? usual(subject)
  if (shape === 'some') return { ref, op, value: fits.length > 0 ? fits : [first] }
  if (shape === 'range') return { ref, op, value: [first, fits[1] ?? first] }
  return { ref, op, value: subject.answers === 'yes-no' ? value !== false : first }
}

/** Whether the fields can show the test as it is: anything else stays as it was written. */
export const canShow = ({ op, value, within }: Test, subject: Subject): boolean => {
  if (within !== undefined || !comparisonsOf[subject.answers].includes(op)) return false
  const isFit = (one: unknown) => isOfKind(one, subject)
  switch (shapeOf(op)) {
    case 'none':
      return value === undefined
    case 'one':
      return isFit(value)
    case 'some':
      return Array.isArray(value) && value.length > 0 && value.every(isFit)
    case 'range':
      return Array.isArray(value) && value.length === 2 && value.every(isFit)
  }
}

const isOfKind = (value: unknown, { answers, options }: Subject): boolean =>
  ({
    choice: options.some((option) => option.value === value),
    choices: options.some((option) => option.value === value),
    text: typeof value === 'string',
    number: typeof value === 'number',
    figure: typeof value === 'number',
    'yes-no': typeof value === 'boolean',
    date: typeof value === 'string',
    given: false,
  })[answers]

const usual = ({ answers, options }: Subject): string | number =>
  answers === 'number' || answers === 'figure' ? 1 : (options[0]?.value ?? '')
