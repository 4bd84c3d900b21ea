import { compileForm, replay, turn } from '@bantam/engine'
import type { Form, Question } from '@bantam/schema'
import { answersOf, chanceFrom, hiddenOf } from './random-answers.ts'
import {
  placesOf,
  referenceWalk,
  type Source,
  type SourceAnswer,
  type SourceField,
} from './reference-walk.ts'

/** What a conversation came to, in our ids. */
interface Course {
  readonly path: readonly (string | undefined)[]
  readonly ending?: string | undefined
  readonly errors?: readonly unknown[]
  readonly variables?: { readonly [name: string]: number | string | undefined }
}

/**
 * The course of a conversation by the rules of the source and by the engine, on the same answers,
 * which the seed decides: questions in order, the ending and, where nothing is asked twice, the
 * variables. What goes in circles is stopped after `most` questions and compared that far.
 */
export const coursesOf = (
  source: Source,
  { form, seed, most = 400 }: { form: Form; seed: number; most?: number },
): { bySource: Course; byEngine: Course } => {
  const chance = chanceFrom(seed)
  const answer = answersOf(source, chance)
  const hidden = hiddenOf(source, chance)
  const pairs = pairsOf(source, form)
  const welcome = pairs.get(source.welcome_screens?.[0]?.ref ?? '')
  const given: { questionId: string; value: unknown }[] = welcome
    ? [{ questionId: welcome.id, value: null }]
    : []
  const walked = referenceWalk(source, {
    hidden,
    most,
    answer: (field) => {
      const answers = answer(field)
      const question = pairs.get(field.ref)
      if (question)
        given.push({ questionId: question.id, value: valueFor(question, { field, answers }) })
      return answers
    },
  })
  const path = walked.path.map((ref) => pairs.get(ref)?.id)
  const compiled = compileForm(form)
  const state = { answers: given, hidden }
  if (walked.isStopped)
    return {
      bySource: { path },
      byEngine: { path: turn(compiled, state).path.slice(0, path.length) },
    }

  const replayed = replay(compiled, state)
  const names = new Set(path).size === path.length ? [...walked.variables.keys()] : []
  return {
    bySource: {
      path,
      ending: endingIds(source, form).get(walked.ending ?? '') ?? form.endings[0]?.id,
      errors: [],
      variables: Object.fromEntries(names.map((name) => [name, walked.variables.get(name)])),
    },
    byEngine: {
      path: replayed.path,
      ending: replayed.ending ?? form.endings[0]?.id,
      errors: replayed.errors,
      variables: Object.fromEntries(names.map((name) => [name, replayed.calculations[name]])),
    },
  }
}

/** The default ending comes first, the others follow in their order. */
const endingIds = (source: Source, form: Form): ReadonlyMap<string, string | undefined> => {
  const strays = source.fields.filter(({ type }) => type === 'thankyou_screen')
  const refs = [...new Set([...(source.thankyou_screens ?? []), ...strays].map(({ ref }) => ref))]
  const isDefault = (ref: string) => ref === 'default_tys'
  const ordered = [...refs.filter(isDefault), ...refs.filter((ref) => !isDefault(ref))]
  return new Map(ordered.map((ref, at) => [ref, form.endings[at]?.id]))
}

/** Which question came from which screen: they are in the same order. */
const pairsOf = (source: Source, form: Form): ReadonlyMap<string, Question> => {
  const welcome = (source.welcome_screens ?? []).slice(0, 1)
  const places = placesOf(source.fields).filter(({ field }) => field.type !== 'thankyou_screen')
  const refs = [...welcome.map(({ ref }) => ref), ...places.map(({ field }) => field.ref)]
  const asked = form.questions.filter((one) => one.kind !== 'statement' || !one.passes)
  return new Map(refs.flatMap((ref, at) => (asked[at] ? [[ref, asked[at]]] : [])))
}

const valueFor = (
  question: Question,
  { field, answers }: { field: SourceField; answers: ReadonlyMap<string, SourceAnswer> },
): unknown => {
  const inner = field.properties?.fields ?? []
  if (question.kind === 'contact' || question.kind === 'address')
    return partsOf(
      (question.parts ?? []).map((part, at) => [part, answers.get(inner[at]?.ref ?? '')]),
    )
  if (question.kind === 'matrix')
    return partsOf(
      question.rows.map(({ id }, at) => {
        const row = inner[at]
        return [id, row && choiceFor(question, { field: row, value: answers.get(row.ref) })]
      }),
    )
  return choiceFor(question, { field, value: answers.get(field.ref) })
}

/** A block with nothing in it is left out as a whole. */
const partsOf = (parts: readonly (readonly [string, unknown])[]) => {
  const given = parts.filter(([, value]) => value !== null && value !== undefined)
  return given.length > 0 ? Object.fromEntries(given) : null
}

const choiceFor = (
  question: Question,
  { field, value }: { field: SourceField; value: SourceAnswer | undefined },
): unknown => {
  const choices = field.properties?.choices
  if (!('choices' in question) || !choices) return question.kind === 'statement' ? null : value
  const idOf = (ref: string) => {
    const at = choices.findIndex((one) => one.ref === ref)
    const isInOrder = question.choices[at]?.label === choices[at]?.label
    return isInOrder
      ? question.choices[at]?.id
      : question.choices.find(({ label }) => label === choices[at]?.label)?.id
  }
  if (typeof value === 'string') return idOf(value)
  return Array.isArray(value) ? value.map(idOf) : value
}
