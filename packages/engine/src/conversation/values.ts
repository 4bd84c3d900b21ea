import type { AnswerValue, Hidden, Question } from '@bantam/schema'
import { filledByKind, type Filled } from '../answer/filled.ts'
import { comparable } from '../answer/parts.ts'
import type { Calculated } from './calculation.ts'
import type { CompiledForm } from './compile-form.ts'
import { noteAnswer, noteHidden } from './note-answer.ts'

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
  }: {
    readonly answers: ReadonlyMap<string, AnswerValue>
    readonly hidden?: Hidden | undefined
    readonly calculations?: Calculated
  },
): { readonly [ref: string]: AnswerValue } => {
  const values: { [ref: string]: AnswerValue | null | undefined } = {}
  for (const [id, value] of answers) {
    const step = form.stepOf.get(id)
    if (step) noteAnswer(values, step, value)
  }
  for (const { property, question, value, part } of propertiesOf(form, answers))
    values[`property:${property}`] = part === undefined ? comparable(question, value) : value
  noteHidden(values, { form: form.form, hidden })
  for (const id of Object.keys(calculations)) values[`calculation:${id}`] = calculations[id]
  const present: { [ref: string]: AnswerValue } = {}
  for (const ref in values) {
    const value = values[ref]
    if (value !== null && value !== undefined) present[ref] = value
  }
  return present
}

/**
 * The lead properties that answers fill: those that questions name, and those that a contact or a
 * company says by itself where no question that names it was answered.
 */
export const propertiesOf = (
  { questions }: CompiledForm,
  answers: ReadonlyMap<string, AnswerValue>,
): readonly FilledProperty[] => {
  const said: FilledProperty[] = []
  const named: FilledProperty[] = []
  for (const [id, value] of answers) {
    const question = questions.get(id)
    if (!question) continue
    for (const filled of filledByKind(question, value)) said.push({ ...filled, question })
    if (question.property) named.push({ property: question.property, value, question })
  }
  return [...new Map([...said, ...named].map((one) => [one.property, one])).values()]
}
