import type { CompiledForm, LeadFacts } from '@bantam/engine'
import type { AnswerValue } from '@bantam/schema'
import type { LeadRecord } from '@bantam/storage'
import { isInList } from '../facts/mail-domains.ts'
import type { Prepared } from './prepared.ts'

/** What scoring and routing may know: what this submission says, above what was known of the lead before. */
export const factsOf = (
  form: CompiledForm,
  { values, answers, signals }: Pick<Prepared, 'values' | 'answers' | 'signals'>,
  properties: LeadRecord['properties'] = {},
): LeadFacts => ({
  values: { ...valuesOfProperties(properties), ...values },
  signals,
  inList: isInList,
  display: (ref) => {
    const name = ref.slice(ref.indexOf(':') + 1)
    const said = answers.find(({ questionId }) =>
      ref.startsWith('question:')
        ? questionId === name
        : form.questions.get(questionId)?.property === name,
    )
    return said?.display
  },
})

const valuesOfProperties = (properties: LeadRecord['properties']): Record<string, AnswerValue> => {
  const values: Record<string, AnswerValue> = {}
  for (const name in properties) {
    const property = properties[name]
    if (property) values[`property:${name}`] = property.value
  }
  return values
}
