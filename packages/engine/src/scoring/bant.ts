import type { AnswerValue, BantLetter, BantStatus, Form } from '@bantam/schema'
import { asKey, isPresent, type LeadFacts } from '../condition/facts.ts'
import { testsOf } from '../condition/refs.ts'
import type { CompiledExplicit, CompiledGroup } from './compile-model.ts'
import { clamp } from './group-value.ts'

/** Which refs stand for which BANT letter in a form: its questions and the properties they fill. */
export const bantOf = ({ questions }: Form): ReadonlyMap<string, BantLetter> => {
  const letters = new Map<string, BantLetter>()
  for (const { id, property, bant } of questions) {
    if (!bant) continue
    letters.set(`question:${id}`, bant)
    if (property) letters.set(`property:${property}`, bant)
  }
  return letters
}

export const bantLetters: readonly BantLetter[] = ['budget', 'authority', 'need', 'timeline']

export interface CompiledLetter {
  readonly letter: BantLetter
  readonly refs: readonly string[]
  /** False when no criterion judges the letter. */
  readonly isJudged: boolean
  /** Most points that answers can reach, in hundredths. */
  readonly best: number
}

/** The letters in the order of `bantLetters`. */
export const compileBant = (
  groups: readonly CompiledGroup[],
  bant: ReadonlyMap<string, BantLetter>,
): readonly CompiledLetter[] =>
  bantLetters.map((letter, place) => {
    const about = groups.map((group) =>
      group.criteria.flatMap((one) =>
        one.kind === 'explicit' && one.letters.includes(place) ? [one] : [],
      ),
    )
    return {
      letter,
      refs: [...bant].flatMap(([ref, of]) => (of === letter ? [asKey(ref)] : [])),
      isJudged: about.some(({ length }) => length > 0),
      best: groups.reduce(
        (sum, { cap }, at) => sum + clamp(bestOf(about[at] ?? []), { floor: 0, cap }),
        0,
      ),
    }
  })

/**
 * A checklist, not a gate: met when at least half of the best reachable points were reached,
 * partly when some were (or when no criterion judges the answer), unknown without any answer.
 */
export const bantStatus = (
  { refs, isJudged, best }: CompiledLetter,
  { facts, reached }: { readonly facts: LeadFacts; readonly reached: number },
): BantStatus => {
  let isAnswered = false
  for (const ref of refs) isAnswered ||= isPresent(facts.values[ref])
  if (!isAnswered) return 'unknown'
  if (!isJudged) return 'partly'
  if (reached > 0) return reached * 2 >= best ? 'met' : 'partly'
  return 'not-met'
}

/** Criteria on one answer often exclude each other: the best is what the best single answer gets. */
const bestOf = (criteria: readonly CompiledExplicit[]): number => {
  const byRef = new Map<string, CompiledExplicit[]>()
  let sum = 0
  for (const one of criteria) {
    const [ref, ...others] = one.refs
    if (ref === undefined || others.length) sum += Math.max(0, one.points)
    else byRef.set(ref, [...(byRef.get(ref) ?? []), one])
  }
  for (const [ref, of] of byRef) {
    const totals = candidatesFor(of).map((value) => {
      const facts = { values: { [ref]: value }, inList: () => true }
      return of.reduce(
        (total, { holds, points }) => total + (holds(facts) === 1 ? Math.max(0, points) : 0),
        0,
      )
    })
    sum += Math.max(0, ...totals)
  }
  return sum
}

/** Answers worth trying: each operand, the numbers beside it, and all of them picked together. */
const candidatesFor = (criteria: readonly CompiledExplicit[]): readonly AnswerValue[] => {
  const tests = criteria.flatMap(({ criterion }) => testsOf(criterion.when))
  const operands = tests.flatMap(({ value }) => (value === undefined ? [] : value))
  const picked = tests.flatMap(({ op, value }) => (op === 'contains' ? (value ?? []) : []))
  return [
    ...operands,
    ...operands.flatMap((one) => (typeof one === 'number' ? [one - 1, one + 1] : [])),
    ...(picked.length ? [picked.map(String)] : []),
    true,
    false,
    'any',
  ]
}
