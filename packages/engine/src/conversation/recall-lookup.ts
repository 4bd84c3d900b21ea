import type { AnswerValue, Hidden } from '@bantam/schema'
import { displayOf } from '../answer/display.ts'
import type { CompiledForm } from './compile-form.ts'

/**
 * What `recall` may name in a form: a question's id, a lead property it fills, `hidden:NAME`,
 * `calculation:ID`; a question may also be written `question.ID`.
 */
export const recallLookup = (
  { form, questions, calculate }: CompiledForm,
  answers: ReadonlyMap<string, AnswerValue>,
  hidden: Hidden = {},
): ((name: string) => string | undefined) => {
  const values: { [ref: string]: AnswerValue | undefined } = {}
  for (const [id, value] of answers) values[`question:${id}`] = value
  for (const name in hidden) values[`hidden:${name}`] = hidden[name]
  return (name) => {
    const key = name.replace(/^question[.:]/, '')
    const named = name.replace(/^(hidden|calculation)\./, '$1:')
    if (named.startsWith('calculation:')) return calculated(named.slice(12))
    if (named.startsWith('hidden:')) return values[named]?.toString()
    const question =
      questions.get(key) ??
      form.questions.find((one) => one.property === key && answers.has(one.id))
    return question && displayOf(question, answers.get(question.id))
  }
  function calculated(id: string) {
    const results = calculate({ values })
    return Object.hasOwn(results, id) ? `${results[id]}` : undefined
  }
}
