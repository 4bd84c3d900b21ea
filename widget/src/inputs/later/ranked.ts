import type { QuestionOf } from '@bantam/schema'

type Ranking = QuestionOf<'ranking'>

/** The choices ranked so far, best first; nothing that the question does not offer. */
export const rankedOf = ({ choices }: Ranking, draft: unknown): readonly string[] => {
  const offered: ReadonlySet<unknown> = new Set(choices.map(({ id }) => id))
  const ids: readonly unknown[] = Array.isArray(draft) ? draft : []
  return ids.filter((id): id is string => offered.has(id))
}

/** Ranks a choice last, or no longer. Where all are ranked, the one that is left follows by itself. */
export const toggled = (
  { choices, validation = {} }: Ranking,
  { ranked, id }: { ranked: readonly string[]; id: string },
): readonly string[] => {
  if (ranked.includes(id)) return ranked.filter((one) => one !== id)
  const order = [...ranked, id]
  const left = choices.filter((choice) => !order.includes(choice.id))
  const takesAll = (validation.min ?? validation.max ?? choices.length) >= choices.length
  return takesAll ? [...order, ...left.slice(0, left.length === 1 ? 1 : 0).map((c) => c.id)] : order
}

/** Puts a choice at a place of the order, counted from 0, whether it was ranked before or not. */
export const movedTo = (
  ranked: readonly string[],
  { id, at }: { id: string; at: number },
): readonly string[] => {
  const others = ranked.filter((one) => one !== id)
  const place = Math.max(0, Math.min(at, others.length))
  return [...others.slice(0, place), id, ...others.slice(place)]
}
