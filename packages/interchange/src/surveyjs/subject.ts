import type { Condition } from '@bantam/schema'
import type { Domain, Option } from './domain.ts'
import type { Value } from './expression/expression.ts'
import { allOf, always, anyOf, isNever } from './truth.ts'

/** What a name in an expression stands for. */
export interface Subject {
  readonly ref: string
  readonly domain: Domain
  /** The question that answers it, counted from 0; -1 for what is known from the start. */
  readonly place: number
  /** Asked, it always has a value. */
  readonly isFilled: boolean
  /** What it holds until it is asked. */
  readonly preset: Value
  /** What it holds when it was skipped: nothing, or none of them, or a count of 0. */
  readonly blank: Value
  /** Holds where it was passed over. */
  readonly notAsked: () => Condition
}

/** Where a subject of options may stand: at one of them, skipped, or never asked. */
export type State =
  | { readonly kind: 'option'; readonly option: Option }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'passed' }

export const valueIn = (state: State, { preset, blank }: Subject): Value =>
  state.kind === 'option' ? state.option.value : state.kind === 'passed' ? preset : blank

/** Every state that a subject of these options can be in. */
export const statesOf = (subject: Subject, options: readonly Option[]): readonly State[] => [
  ...options.map((option) => ({ kind: 'option', option }) as const),
  ...emptyStates(subject),
]

/** The states in which a subject has no answer. */
export const emptyStates = (subject: Subject): readonly State[] => [
  ...(subject.isFilled ? [] : [{ kind: 'skipped' } as const]),
  ...(isNever(subject.notAsked()) ? [] : [{ kind: 'passed' } as const]),
]

/** Holds in these of a subject's states; exactly, also where an answer is missing. */
export const inStates = (
  subject: Subject,
  { states, options }: { states: readonly State[]; options: readonly Option[] },
): Condition => {
  if (states.length === options.length + emptyStates(subject).length) return always
  const picked = states.flatMap((state) => (state.kind === 'option' ? [state.option] : []))
  return anyOf([
    isOneOf(subject.ref, { picked, options }),
    ...states.flatMap((state) => whenEmpty(state, subject)),
  ])
}

/** Holds in a state without an answer. */
export const whenEmpty = (state: State, { ref, notAsked }: Subject): readonly Condition[] =>
  state.kind === 'skipped'
    ? [{ ref, op: 'is-not-answered' }]
    : state.kind === 'passed'
      ? [notAsked()]
      : []

/** Holds for an answer among these options, in the fewest words. */
const isOneOf = (
  ref: string,
  { picked, options }: { picked: readonly Option[]; options: readonly Option[] },
): Condition => {
  if (picked.length === 0) return anyOf([])
  if (picked.length === options.length) return { ref, op: 'is-answered' }
  const others = options.filter((option) => !picked.includes(option))
  // A free text is none of the choices; it has no id of its own to be compared with.
  const isByOthers = picked.some(({ id }) => id === undefined)
  if (!isByOthers && (picked.length <= others.length || others.some(({ id }) => id === undefined)))
    return test(ref, { op: ['is', 'is-any-of'], options: picked })
  return test(ref, { op: ['is-not', 'is-none-of'], options: others })
}

const test = (
  ref: string,
  { op: [one, several], options }: { op: readonly [Op, Op]; options: readonly Option[] },
): Condition => {
  const ids = options.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const [id] = ids
  if (ids.length === 1 && id !== undefined) return { ref, op: one, value: id }
  const texts = ids.filter((each) => typeof each !== 'boolean')
  return texts.length === ids.length
    ? { ref, op: several, value: texts }
    : allOf(ids.map((value) => ({ ref, op: one, value })))
}

type Op = 'is' | 'is-not' | 'is-any-of' | 'is-none-of'
