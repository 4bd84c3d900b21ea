import { propertiesOf } from '@bantam/engine'
import type { LeadProperty, LeadRecord } from '@bantam/storage'
import type { Prepared } from './prepared.ts'

/** What a lead is known for after a submission, each with where it came from. */
export const leadProperties = (
  { form, answers }: Pick<Prepared, 'form' | 'answers'>,
  {
    submissionId,
    now,
    before,
  }: { submissionId: string; now: Date; before: LeadRecord['properties'] | undefined },
): LeadRecord['properties'] => {
  const properties: Record<string, LeadProperty> = { ...before }
  const at = now.toISOString()
  const since = new Map(answers.map(({ questionId, knownSince }) => [questionId, knownSince]))
  const said = new Map(answers.map(({ questionId, value }) => [questionId, value]))
  for (const { property, value, part, question } of propertiesOf(form.compiled, said)) {
    const knownSince = since.get(question.id)
    // What was known from before has its place already, with where it came from.
    if (knownSince !== undefined && before?.[property]) continue
    properties[property] = {
      value,
      submissionId,
      questionId: question.id,
      at: knownSince ?? at,
      ...(part !== undefined && { part }),
    }
  }
  return properties
}
