import type { AnswerValue, Condition, Hidden, Question } from '@bantam/schema'
import { comparable } from '../answer/parts.ts'
import type { Facts } from '../condition/facts.ts'
import {
  openRefs,
  possibleTruths,
  type Possible,
  type State,
  type Truths,
} from '../condition/possible-truths.ts'
import { after, startOf } from '../conversation/calculation.ts'
import { possibleParts } from './possible-answers.ts'
import type { Stakes } from './stakes.ts'

/** What a conversation came to so far, and what it may still be told. */
export interface Remaining {
  /** Questions that may be visited from here on, by id. */
  readonly open: ReadonlySet<string>
  /** Those of them that will be answered whatever happens. */
  readonly sure: ReadonlySet<string>
  /** Answers of earlier conversations, and questions that nobody is asked. */
  readonly known?: ReadonlyMap<string, AnswerValue> | undefined
  readonly skip?: ReadonlySet<string> | undefined
  /** Undefined when the hidden fields are not known yet. */
  readonly hidden?: Hidden | undefined
  /** What the form's branches read. */
  readonly facts: Facts
  /** What scoring and routing read, properties included. */
  readonly values: { readonly [ref: string]: AnswerValue | null | undefined }
}

export type PossibleRefs = ReadonlyMap<string, Possible>

/** What each ref that is still open may turn out to be once the conversation has ended. */
export const possibleRefs = (stakes: Stakes, remaining: Remaining): PossibleRefs => {
  const refs = new Map<string, Possible>()
  for (const id of remaining.open) {
    const step = stakes.form.stepOf.get(id)
    if (!step) continue
    const { ref, parts, question } = step
    const values = valuesFor(id, stakes, remaining)
    refs.set(ref, { values, mayBeUnanswered: !remaining.sure.has(id), source: ref })
    for (const part of parts)
      refs.set(part.ref, { values: possibleParts(question), mayBeUnanswered: true })
  }
  if (remaining.hidden === undefined)
    for (const name of stakes.form.form.hidden ?? [])
      refs.set(`hidden:${name}`, { values: 'any', mayBeUnanswered: true })
  addProperties(refs, stakes, remaining)
  addCalculations(refs, stakes, remaining)
  return refs
}

const valuesFor = (
  id: string,
  { answers, form }: Stakes,
  { known, skip }: Remaining,
): Possible['values'] => {
  const value = known?.get(id)
  const question = form.questions.get(id)
  if (value !== undefined && question) return [comparable(question, value)]
  return skip?.has(id) ? [] : (answers.get(id) ?? 'any')
}

/** The truths of a form's own condition at any time from now on: a question may also not be visited yet. */
export const truthsInBranches = (
  condition: Condition,
  { refs, facts }: { readonly refs: PossibleRefs; readonly facts: Facts },
): Truths => {
  const open = new Map<string, readonly State[]>()
  for (const [ref, states] of openRefs(condition, (one) => refs.get(one)))
    open.set(ref, ref.startsWith('question:') ? [undefined, null, ...states] : states)
  return possibleTruths(condition, { facts, open })
}

/**
 * A property that one question alone fills varies with it; of several the last to be answered counts. What it holds
 * may go again where the conversation leads back to an answer that it may come from.
 */
const addProperties = (refs: Map<string, Possible>, stakes: Stakes, remaining: Remaining): void => {
  const { open, sure, values } = remaining
  const isAnswered = ({ id }: Question) => (values[`question:${id}`] ?? undefined) !== undefined
  for (const [property, questions] of stakes.fillers) {
    const filling = questions.filter(({ id }) => open.has(id))
    if (!filling.length) continue
    const ref = `property:${property}`
    const named = filling.filter((one) => one.property === property)
    const held = values[ref] ?? undefined
    const found = new Set(held === undefined ? [] : [held])
    const isKept = held !== undefined && !filling.some(isAnswered)
    let isAny = named.length < filling.length
    for (const { id } of named) {
      const possible = valuesFor(id, stakes, remaining)
      if (possible === 'any') isAny = true
      else for (const value of possible) found.add(value)
    }
    const [only] = questions
    refs.set(ref, {
      values: isAny ? 'any' : [...found],
      mayBeUnanswered: !isKept && !named.some(({ id }) => sure.has(id)),
      ...(questions.length === 1 && named.length === 1 && { source: `question:${only?.id}` }),
    })
  }
}

/** More results than these are not told apart. */
const MOST_RESULTS = 64

/** Folds each calculation over every way in which its steps may turn out. */
const addCalculations = (
  refs: Map<string, Possible>,
  { form: { form } }: Stakes,
  { facts }: Remaining,
): void => {
  const { calculations = [] } = form
  const starts = Object.fromEntries(
    calculations.map((one) => [`calculation:${one.id}`, startOf(one)]),
  )
  const values = { ...facts.values, ...starts }
  for (const calculation of calculations) {
    const ref = `calculation:${calculation.id}`
    let results: ReadonlySet<number | string> | undefined = new Set([startOf(calculation)])
    for (const step of calculation.steps) {
      const { mayHold, mayFail } = step.when
        ? truthsInBranches(step.when, { refs, facts: { ...facts, values } })
        : always
      if (!mayHold || !results) continue
      const changed: Set<number | string> = new Set([...results].map((one) => after(one, step)))
      if (mayFail) for (const one of results) changed.add(one)
      results = changed.size > MOST_RESULTS ? undefined : changed
    }
    const [first, ...others] = results ?? []
    if (first !== undefined && !others.length) values[ref] = first
    else
      refs.set(ref, {
        values: results ? [...results] : 'any',
        mayBeUnanswered: results?.has('') ?? true,
      })
  }
}

const always: Truths = { mayHold: true, mayFail: false }
