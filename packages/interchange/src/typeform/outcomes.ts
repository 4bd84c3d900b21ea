import type { Calculation } from '@bantam/schema'
import { allOf, type Read } from './conditions.ts'
import type { Definition } from './definition.ts'

type Winner = { readonly when: Read; readonly screen: string }

/**
 * The endings of a quiz and when each has won: the one that the outcome variable names, or, where
 * no rule ever sets that variable, the one whose counter is highest, the first of equals.
 */
export const outcomesOf = (definition: Definition, aim: string): readonly Winner[] => {
  const { outcome } = definition
  const named = outcome.choices.find(({ ref }) => ref === aim)
  if (named) return [{ when: true, screen: named.screen }]
  if (!isCounted(definition))
    return outcome.choices.map(({ ref, screen }) => ({
      when: { ref: `calculation:${outcome.variable}`, op: 'is', value: ref },
      screen,
    }))
  return outcome.choices.map(({ screen }, at) => ({
    when:
      outcome.choices.length < 2
        ? true
        : allOf(outcome.choices.flatMap((_, other) => beats(at, other))),
    screen,
  }))
}

/** Differences between two counters, whose steps are the first one's and the opposite of the second's. */
export const differencesOf = (
  definition: Definition,
  counters: ReadonlyMap<string, Calculation>,
): readonly Calculation[] => {
  const { choices } = definition.outcome
  if (!isCounted(definition)) return []
  return choices.flatMap((one, at) =>
    choices.slice(at + 1).map((other, offset): Calculation => {
      const [plus, minus] = [one, other].map(({ counter }) => counters.get(counter ?? ''))
      return {
        id: differenceId(at, at + 1 + offset),
        type: 'number',
        start: Number(plus?.start ?? 0) - Number(minus?.start ?? 0),
        steps: [
          ...(plus?.steps ?? []),
          ...(minus?.steps ?? []).map((step) => ({
            ...step,
            do: step.do === 'add' ? ('subtract' as const) : ('add' as const),
          })),
        ],
      }
    }),
  )
}

/** Counters that are only added to and subtracted from, by fixed numbers, and no rule that names the winner. */
const isCounted = ({ blocks, outcome }: Definition): boolean => {
  const changes = blocks
    .flatMap(({ actions }) => actions)
    .filter(({ target }) => target.type === 'variable')
  const counters = new Set(outcome.choices.map(({ counter }) => counter))
  const counting = changes.filter(({ target }) => counters.has(target.name))
  return (
    counting.length > 0 &&
    counting.every(
      ({ action, value }) =>
        (action === 'add' || action === 'subtract') && value.type === 'constant',
    ) &&
    changes.every(({ target }) => target.name !== outcome.variable)
  )
}

const differenceId = (at: number, other: number) => `outcome-${at + 1}-ahead-of-${other + 1}`

/** The first of equals wins: an earlier one must be passed, a later one matched. */
const beats = (at: number, other: number): readonly Read[] => {
  if (at === other) return []
  return at < other
    ? [{ ref: `calculation:${differenceId(at, other)}`, op: 'at-least', value: 0 }]
    : [{ ref: `calculation:${differenceId(other, at)}`, op: 'less-than', value: 0 }]
}
