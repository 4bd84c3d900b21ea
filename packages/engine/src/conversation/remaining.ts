import type { Facts } from '../condition/facts.ts'
import type { CompiledForm } from './compile-form.ts'
import { passesUnseen } from './walk.ts'

/**
 * Questions on the longest way from `place` to an end that the facts leave open, `place` itself
 * included, those that are not asked left out. Jumps back are left out: how often they are taken is anybody's guess.
 */
export const longestFrom = (
  { steps }: CompiledForm,
  { place, facts, isAsked }: { place: number; facts: Facts; isAsked: (id: string) => boolean },
): number => {
  const longest: number[] = []
  for (let at = steps.length - 1; at >= place; at--) {
    const { question, isShown, jumps } = steps[at] as (typeof steps)[number]
    const next = longest[at + 1] ?? 0
    longest[at] = next
    if (at > place && isShown(facts) === 0) continue
    let furthest = 0
    let isSettled = false
    for (const { when, to } of jumps) {
      const truth = to > at ? when(facts) : 0
      if (truth) furthest = Math.max(furthest, longest[to] ?? 0)
      isSettled = truth === 1
      if (isSettled) break
    }
    const own = at > place && (passesUnseen(question) || !isAsked(question.id)) ? 0 : 1
    const onwards = own + Math.max(furthest, isSettled ? 0 : next)
    // An undecided showIf may also leave the question out, and its jumps with it.
    longest[at] = isShown(facts) === 1 || at === place ? onwards : Math.max(onwards, next)
  }
  return longest[place] ?? 0
}
