import type { AnswerValue, Hidden, Question } from '@bantam/schema'
import { filledByKind, type Filled } from '../answer/filled.ts'
import { comparable, partOf } from '../answer/parts.ts'
import type { Calculated } from './calculation.ts'
import type { CompiledForm } from './compile-form.ts'
import { noteHidden } from './note-answer.ts'

/** A lead property with the question whose answer fills it. */
export interface FilledProperty extends Filled {
  readonly question: Question
}

/**
 * What a conversation came to, by ref: `question:ID` and `question:ID.PART`, `property:NAME`,
 * `hidden:NAME` and `calculation:ID`; what was not answered is absent. Routing and scoring models
 * read it as the form's own conditions do.
 */
export const valuesOf = (
  form: CompiledForm,
  {
    answers,
    hidden,
    calculations = {},
    properties = propertiesOf(form, answers),
  }: {
    readonly answers: ReadonlyMap<string, AnswerValue>
    readonly hidden?: Hidden | undefined
    readonly calculations?: Calculated
    /** Those that the answers fill, where they are at hand. */
    readonly properties?: readonly FilledProperty[]
  },
): { readonly [ref: string]: AnswerValue } => {
  const values: { [ref: string]: AnswerValue } = {}
  for (const [id, value] of answers) {
    const step = form.stepOf.get(id)
    if (!step) continue
    values[step.ref] = comparable(step.question, value)
    for (const { part, ref } of step.parts) {
      const held = partOf(value, part)
      if (held !== undefined) values[ref] = held
    }
  }
  for (const { ref, question, value, part } of properties)
    values[ref] = part === undefined ? comparable(question, value) : value
  noteHidden(values, { form: form.form, hidden })
  for (const id in calculations) values[`calculation:${id}`] = calculations[id] as AnswerValue
  return values
}

/**
 * The lead properties that answers fill: those that questions name, and those that a contact or a
 * company says by itself where no question that names it was answered.
 */
export const propertiesOf = (
  { stepOf }: CompiledForm,
  answers: ReadonlyMap<string, AnswerValue>,
): readonly FilledProperty[] => {
  const filled = new Map<string, FilledProperty>()
  for (const [id, value] of answers) {
    const { question } = stepOf.get(id) ?? {}
    if (!question) continue
    for (const { property, ref, value: said, part } of filledByKind(question, value))
      filled.set(property, { property, ref, value: said, question, part })
  }
  for (const [id, value] of answers) {
    const { question, propertyRef: ref } = stepOf.get(id) ?? {}
    const property = question?.property
    if (property && ref) filled.set(property, { property, ref, value, question })
  }
  return [...filled.values()]
}
