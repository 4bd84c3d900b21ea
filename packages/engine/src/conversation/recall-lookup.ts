import type { AnswerValue, Hidden, Question } from '@bantam/schema'
import { displayOfPart } from '../answer/display.ts'
import { partOf, partsOf } from '../answer/parts.ts'
import { spokenOf } from '../answer/spoken.ts'
import { recall } from '../text/recall.ts'
import type { Calculated } from './calculation.ts'
import type { CompiledForm } from './compile-form.ts'
import { propertiesOf, valuesOf } from './values.ts'
import { passesUnseen } from './walk.ts'

/**
 * What `recall` may name in a form: a question's id, a lead property it fills, either with `.PART`
 * for a part of its answer, `hidden:NAME` and `calculation:ID`; a question may also be written
 * `question.ID`. A company is called by its name and a contact by theirs.
 */
export const recallLookup = (
  form: CompiledForm,
  answers: ReadonlyMap<string, AnswerValue>,
  hidden: Hidden = {},
): ((name: string) => string | undefined) => {
  const { language } = form.form
  let calculated: Calculated | undefined
  let filled: ReadonlyMap<string, ReturnType<typeof propertiesOf>[number]> | undefined

  const calculation = (id: string) => {
    const values = { ...passed(form), ...valuesOf(form, { answers, hidden }) }
    calculated ??= form.calculating({ values }).settle()
    return Object.hasOwn(calculated, id) ? `${calculated[id]}` : undefined
  }
  const property = (name: string) => {
    filled ??= new Map(propertiesOf(form, answers).map((one) => [one.property, one]))
    return filled.get(name)
  }
  const whole = (key: string): string | undefined => {
    const question = form.questions.get(key)
    if (question) return called(question, answers.get(key), language)
    const known = property(key)
    if (!known) return undefined
    return known.part === undefined
      ? called(known.question, known.value, language)
      : String(known.value)
  }
  const part = (key: string): string | undefined => {
    for (let dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
      const owner = key.slice(0, dot)
      const question = form.questions.get(owner) ?? property(owner)?.question
      const name = key.slice(dot + 1)
      if (question && partsOf(question).includes(name))
        return displayOfPart(
          question,
          { value: answers.get(question.id), part: name },
          withoutRecalls,
        )
    }
    return undefined
  }
  return (name) => {
    const key = name.replace(/^question[.:]/, '')
    const named = name.replace(/^(hidden|calculation)\./, '$1:')
    if (named.startsWith('calculation:')) return calculation(named.slice(12))
    if (named.startsWith('hidden:')) return ownOf(hidden, named.slice(7))
    return whole(key) ?? part(key)
  }
}

const ownOf = (hidden: Hidden, name: string) =>
  Object.hasOwn(hidden, name) ? hidden[name] : undefined

/** An answer within a sentence. */
const called = (
  question: Question,
  ...[value, language]: [value: AnswerValue | undefined, language: string]
): string => {
  if (question.kind === 'company') return partOf(value, 'name') ?? partOf(value, 'domain') ?? ''
  if (question.kind === 'contact')
    return ['firstName', 'lastName'].flatMap((part) => partOf(value, part) ?? []).join(' ')
  return spokenOf(question, value, { language, say: withoutRecalls })
}

/** A label that recalls something is itself recalled with its fallbacks, so that no two name each other for ever. */
const withoutRecalls = (text: string) => recall(text, () => undefined)

/** What passes unseen steers calculations, though it holds nothing to recall. */
const passed = ({ form }: CompiledForm): { readonly [ref: string]: AnswerValue } =>
  Object.fromEntries(
    form.questions.filter(passesUnseen).map(({ id }) => [`question:${id}`, true] as const),
  )
