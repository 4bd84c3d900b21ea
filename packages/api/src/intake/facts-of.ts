import {
  displayOfPart,
  propertiesOf,
  recall,
  recallLookup,
  type CompiledForm,
  type LeadFacts,
} from '@bantam/engine'
import type { AnswerValue } from '@bantam/schema'
import type { LeadRecord, Said } from '@bantam/storage'
import { isInList } from '../facts/mail-domains.ts'
import type { Values } from './values-said.ts'

interface Known {
  readonly values: Values
  readonly answers: Said['answers']
  readonly signals: readonly { readonly name: string; readonly at: number }[]
}

/** What scoring and routing may know: what this submission says, above what was known of the lead before. */
export const factsOf = (
  form: CompiledForm,
  { values, answers, signals }: Known,
  properties?: LeadRecord['properties'],
): LeadFacts => ({
  values: properties ? { ...valuesOfProperties(properties), ...values } : values,
  signals,
  inList: isInList,
  display: (ref) => {
    const name = ref.slice(ref.indexOf(':') + 1)
    return ref.startsWith('question:')
      ? wordsOfQuestion(form, { name, answers })
      : wordsOfProperty(form, { name, answers })
  },
})

interface Named {
  readonly name: string
  readonly answers: Said['answers']
}

const wordsOfQuestion = (form: CompiledForm, { name, answers }: Named): string | undefined => {
  const whole = answers.find(({ questionId }) => questionId === name)
  if (whole) return whole.display
  for (const { questionId, value } of answers) {
    const question = form.questions.get(questionId)
    if (!question || !name.startsWith(`${questionId}.`)) continue
    const lookup = recallLookup(form, saidIn(answers))
    const part = name.slice(questionId.length + 1)
    return displayOfPart(question, { value, part }, (label) => recall(label, lookup))
  }
  return undefined
}

const wordsOfProperty = (form: CompiledForm, { name, answers }: Named): string | undefined => {
  const whole = answers.find(({ questionId }) => form.questions.get(questionId)?.property === name)
  if (whole) return whole.display
  const filled = propertiesOf(form, saidIn(answers)).find(({ property }) => property === name)
  return filled && String(filled.value)
}

const saidIn = (answers: Said['answers']): ReadonlyMap<string, AnswerValue> =>
  new Map(answers.map(({ questionId, value }) => [questionId, value]))

const valuesOfProperties = (properties: LeadRecord['properties']): Record<string, AnswerValue> => {
  const values: Record<string, AnswerValue> = {}
  for (const name in properties) {
    const property = properties[name]
    if (property) values[`property:${name}`] = comparableAlone(property.value)
  }
  return values
}

/** The question is not at hand: what is neither a free text nor a company is an answer of parts, compared as their list. */
const comparableAlone = (value: AnswerValue): AnswerValue =>
  typeof value !== 'object' ||
  Array.isArray(value) ||
  ['other', 'name', 'domain'].some((part) => part in value)
    ? value
    : Object.values(value)
