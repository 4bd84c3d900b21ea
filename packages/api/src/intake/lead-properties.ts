import { propertiesOf, type CompiledForm, type FilledProperty } from '@bantam/engine'
import type { LeadProperty, LeadRecord, NewLead, PackedProperty, Said } from '@bantam/storage'

/** What answers tell of a lead that nobody knew, written down as it is sealed. */
export interface NewProperties {
  /** `properties` of `PackedProperties`, as JSON. */
  readonly properties: string
  /** When each of their sources was said (ISO 8601); null is the submission itself. */
  readonly since: readonly (string | null)[]
}

/** Written down once, where the submission is prepared. */
export const newPropertiesOf = (
  filled: readonly FilledProperty[],
  answers: Said['answers'],
): NewProperties => {
  const sinceWhen = knownSinceOf(answers)
  const since: (string | null)[] = [null]
  const properties: Record<string, PackedProperty> = {}
  for (const { property, value, part, question } of filled) {
    const source = sourceIn(since, sinceWhen.get(question.id) ?? null)
    properties[property] =
      part === undefined ? [source, question.id, value] : [source, question.id, value, part]
  }
  return { properties: JSON.stringify(properties), since }
}

/** When answers that were not given now were said, by question. */
const knownSinceOf = (answers: Said['answers']): ReadonlyMap<string, string> => {
  const since = new Map<string, string>()
  for (const { questionId, knownSince } of answers)
    if (knownSince !== undefined) since.set(questionId, knownSince)
  return since
}

const sourceIn = (since: (string | null)[], at: string | null): number => {
  const known = since.indexOf(at)
  return known === -1 ? since.push(at) - 1 : known
}

/** The same once its submission has a name and a time. */
export const packedOf = (
  { properties, since }: NewProperties,
  { submissionId, now }: { submissionId: string; now: Date },
): NewLead['packed'] => {
  const at = now.toISOString()
  return { properties, sources: Array.from(since, (known) => [submissionId, known ?? at]) }
}

/** What a lead is known for after a submission, each with where it came from. */
export const leadProperties = (
  { form, answers }: { readonly form: CompiledForm; readonly answers: Said['answers'] },
  {
    submissionId,
    now,
    before,
  }: { submissionId: string; now: Date; before: LeadRecord['properties'] | undefined },
): LeadRecord['properties'] => {
  const properties: Record<string, LeadProperty> = { ...before }
  const at = now.toISOString()
  const said = new Map(answers.map(({ questionId, value }) => [questionId, value]))
  const since = knownSinceOf(answers)
  for (const { property, value, part, question } of propertiesOf(form, said)) {
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
