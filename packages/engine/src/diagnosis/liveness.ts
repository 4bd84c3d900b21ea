import type { Condition, Test } from '@bantam/schema'
import { testsOf } from '../condition/refs.ts'
import type { Plan } from './plan.ts'
import type { Space } from './space.ts'

/** The first and the last place at which it matters what a dimension holds. */
export interface Span {
  readonly dimension: number
  readonly first: number
  readonly last: number
}

export interface Kept {
  readonly space: Space
  /** What else is asked of conversations where they come to a question, by its place. */
  readonly probes: ReadonlyMap<number, readonly Test[]>
  /** Dimensions that are asked for after the last question. */
  readonly readAtEnd: readonly number[]
}

/**
 * The span of every dimension that something reads, in the order in which they begin. One that
 * nobody has written yet holds what every conversation starts with, and need not be kept.
 */
export const spansOf = (plan: Plan, { space, probes, readAtEnd }: Kept): readonly Span[] => {
  const places = placesOf(plan, { space, probes })
  const kept = keptOf(places, { size: space.dimensions.length, readAtEnd })
  const begins = space.dimensions.map(() => kept.length - 1)
  for (const [place, { read, jumping, written }] of places.entries()) {
    for (const dimension of [...read, ...jumping])
      begins[dimension] = Math.min(begins[dimension] as number, place)
    for (const dimension of written)
      begins[dimension] = Math.min(begins[dimension] as number, place, plan.repeatsFrom)
  }
  return space.dimensions
    .flatMap((_, dimension): Span[] => {
      const last = kept.findLastIndex((marks) => marks[dimension])
      const first = kept.findIndex(
        (marks, place) => marks[dimension] && place >= (begins[dimension] as number),
      )
      return first < 0 ? [] : [{ dimension, first, last }]
    })
    .toSorted((one, other) => one.first - other.first)
}

/** What a place does with dimensions. */
interface Place {
  /** By its show-if and by its jumps, these after it has written. */
  readonly read: readonly number[]
  readonly jumping: readonly number[]
  readonly written: readonly number[]
  readonly isAlwaysShown: boolean
  readonly next: readonly number[]
}

const placesOf = (
  { form, steps }: Plan,
  { space, probes }: Pick<Kept, 'space' | 'probes'>,
): readonly Place[] => {
  const directly = (condition: Condition): readonly number[] =>
    testsOf(condition).flatMap(({ ref }) => space.places.get(ref) ?? [])
  const calculated = (form.calculations ?? []).flatMap((calculation) =>
    calculation.steps.flatMap(({ when }) => (when ? directly(when) : [])),
  )
  const readBy = (condition: Condition | undefined): readonly number[] => {
    if (!condition) return []
    const isCalculated = testsOf(condition).some(({ ref }) => ref.startsWith('calculation:'))
    return [...directly(condition), ...(isCalculated ? calculated : [])]
  }
  return steps.map(({ question, jumps }, place) => ({
    read: [...readBy(question.showIf), ...(probes.get(place) ?? []).flatMap(readBy)],
    jumping: jumps.flatMap(({ when }) => readBy(when)),
    written: (space.written.get(question.id) ?? []).map(({ dimension }) => dimension),
    isAlwaysShown: question.showIf === undefined,
    next: [place + 1, ...jumps.map(({ to }) => to)],
  }))
}

/** Per place, one for the end included, the dimensions (1) whose value may still be read from there on. */
const keptOf = (
  places: readonly Place[],
  { size, readAtEnd }: { size: number; readAtEnd: readonly number[] },
): readonly Uint8Array[] => {
  const before = [...places, undefined].map(() => new Uint8Array(size))
  const after = [...places, undefined].map(() => new Uint8Array(size))
  for (const dimension of readAtEnd) (before[places.length] as Uint8Array)[dimension] = 1
  const update = ({ next, jumping, written, isAlwaysShown, read }: Place, place: number) => {
    const left = after[place] as Uint8Array
    for (const to of next) {
      const marks = before[to] as Uint8Array
      for (let dimension = 0; dimension < size; dimension++)
        if (marks[dimension]) left[dimension] = 1
    }
    for (const dimension of jumping) left[dimension] = 1
    const entering = new Uint8Array(left)
    if (isAlwaysShown) for (const dimension of written) entering[dimension] = 0
    for (const dimension of read) entering[dimension] = 1
    const known = before[place] as Uint8Array
    before[place] = entering
    return entering.some((isKept, dimension) => isKept !== known[dimension])
  }
  const isRepeated = places.some(({ next }, place) => next.some((to) => to <= place))
  for (let isChanged = true; isChanged;) {
    isChanged = false
    for (let place = places.length - 1; place >= 0; place--)
      isChanged = update(places[place] as Place, place) || isChanged
    isChanged &&= isRepeated
  }
  return before.map((marks, place) =>
    marks.map((mark, at) => mark | ((after[place] as Uint8Array)[at] as number)),
  )
}
