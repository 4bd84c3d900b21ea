import type { AnswerValue, Condition, Form, Jump, Question } from '@bantam/schema'
import { partsOf } from '../answer/parts.ts'
import { compileCondition } from '../condition/compile-condition.ts'
import { noteAnswer } from '../conversation/note-answer.ts'
import { residueOf, type Settle } from './residue.ts'

/** Accepted answers by question id. */
export type KnownAnswers = ReadonlyMap<string, AnswerValue>

/** Which known questions were visited before a place: on every way there, and on some way there. */
interface Arrival {
  readonly surely: ReadonlySet<string>
  readonly maybe: ReadonlySet<string>
}

/** What is left of a question: when it is shown, and where it still may jump, in order. */
export interface LeftOf {
  readonly question: Question
  readonly isShown: boolean | Condition
  readonly jumps: readonly Jump[]
}

/**
 * What is left of each question that a conversation can come to. A test of a known question is settled where it was
 * surely visited, and where it cannot have been; in between it comes to whether the question was visited, which is all
 * that is still open about it.
 */
export const leftOf = (
  form: Form,
  known: KnownAnswers,
): { readonly questions: readonly LeftOf[]; readonly settle: Settle } => {
  const { questions } = form
  const held = heldBy(form, known)
  const places = new Map(questions.map(({ id }, place) => [id, place]))
  const arrivals = new Map<number, Arrival>([[0, nowhere]])
  let hasChanged = true

  const arrive = (place: number, arrival: Arrival) => {
    const merged = merge(arrivals.get(place), arrival)
    if (!merged) return
    arrivals.set(place, merged)
    hasChanged = true
  }

  const pass = (place: number): LeftOf | undefined => {
    const [question, before] = [questions[place], arrivals.get(place)]
    if (!question || !before) return undefined
    const isShown = question.showIf ? residueOf(question.showIf, settling(held, before)) : true
    if (isShown !== true) arrive(place + 1, before)
    if (isShown === false) return { question, isShown, jumps: [] }
    const after = known.has(question.id) ? including(before, question.id) : before
    const jumps: Jump[] = []
    for (const jump of question.jumps ?? []) {
      const target = targetOf(jump, { place, places })
      const when = target === undefined ? false : residueOf(jump.when, settling(held, after))
      if (target === undefined || when === false) continue
      arrive(target, after)
      jumps.push({ ...jump, when: when === true ? always : when })
      if (when === true && jump.atMost === undefined) return { question, isShown, jumps }
    }
    arrive(place + 1, after)
    return { question, isShown, jumps }
  }

  while (hasChanged) {
    hasChanged = false
    questions.forEach((_, place) => pass(place))
  }
  const anywhere = [...arrivals.values()].flatMap(({ maybe }) => [...maybe])
  return {
    questions: questions.flatMap((_, place) => pass(place) ?? []),
    settle: settling(held, { surely: new Set(), maybe: new Set(anywhere) }),
  }
}

const always: Condition = { all: [] }
const nowhere: Arrival = { surely: new Set(), maybe: new Set() }

/** A place, Infinity for an ending, undefined for a jump that is as if absent. */
const targetOf = (
  { to, atMost }: Jump,
  { place, places }: { place: number; places: ReadonlyMap<string, number> },
): number | undefined => {
  if (to.startsWith('ending:')) return Infinity
  const target = places.get(to.slice(to.indexOf(':') + 1))
  return target !== undefined && (target > place || atMost !== undefined) ? target : undefined
}

const including = ({ surely, maybe }: Arrival, id: string): Arrival => ({
  surely: new Set([...surely, id]),
  maybe: new Set([...maybe, id]),
})

/** Undefined when another way there says nothing new. */
const merge = (before: Arrival | undefined, arrival: Arrival): Arrival | undefined => {
  if (!before) return arrival
  const surely = new Set([...before.surely].filter((id) => arrival.surely.has(id)))
  const maybe = new Set([...before.maybe, ...arrival.maybe])
  const isNew = surely.size < before.surely.size || maybe.size > before.maybe.size
  return isNew ? { surely, maybe } : undefined
}

/** What every ref to a known question, or to a part of its answer, holds once the question was visited. */
type Held = ReadonlyMap<string, { readonly id: string; readonly value: AnswerValue | null }>

const heldBy = ({ questions }: Form, known: KnownAnswers): Held => {
  const ids = new Set(questions.map(({ id }) => id))
  return new Map(
    questions.flatMap((question) => {
      const { id } = question
      const answer = known.get(id)
      if (answer === undefined) return []
      const parts = partsOf(question).flatMap((part) =>
        ids.has(`${id}.${part}`) ? [] : [{ part, ref: `question:${id}.${part}` }],
      )
      const values: { [ref: string]: AnswerValue | null } = {}
      noteAnswer(values, { question, ref: `question:${id}`, parts }, answer)
      return Object.entries(values).map(([ref, value]) => [ref, { id, value }] as const)
    }),
  )
}

const settling =
  (held: Held, { surely, maybe }: Arrival): Settle =>
  (test) => {
    const { ref } = test
    const found = held.get(ref)
    if (!found) return test
    const { id, value } = found
    const truth = compileCondition(test)({ values: { [ref]: value }, isOpen: true })
    if (surely.has(id) || truth < 0) return truth
    if (!maybe.has(id)) return -1
    return { ref: `question:${id}`, op: truth === 1 ? 'is-answered' : 'is-not-answered' }
  }
