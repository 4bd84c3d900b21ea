import { propertiesOf, type CompiledForm } from '@bantam/engine'
import type { AnswerValue } from '@bantam/schema'
import type { LeadProperty, LeadRecord, NewLead, PackedProperty, Said } from '@bantam/storage'

/** What answers tell of a lead that nobody knew, written down as it is sealed. */
export interface Told {
  /** `properties` of `PackedProperties`, as JSON. */
  readonly properties: string
  /** When each of their sources was said (ISO 8601); null is the submission itself. */
  readonly since: readonly (string | null)[]
}

/** Written down once, where the submission is prepared. */
export const toldOf = (form: CompiledForm, answers: Said['answers']): Told => {
  const since: (string | null)[] = [null]
  const properties: Record<string, PackedProperty> = {}
  for (const { property, value, questionId, part, knownSince } of saidProperties(form, answers)) {
    const source = sourceIn(since, knownSince ?? null)
    properties[property] =
      part === undefined ? [source, questionId, value] : [source, questionId, value, part]
  }
  return { properties: JSON.stringify(properties), since }
}

const sourceIn = (since: (string | null)[], at: string | null): number => {
  const known = since.indexOf(at)
  return known === -1 ? since.push(at) - 1 : known
}

/** The same once its submission has a name and a time. */
export const packedOf = (
  { properties, since }: Told,
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
  for (const { property, value, questionId, part, knownSince } of saidProperties(form, answers)) {
    // What was known from before has its place already, with where it came from.
    if (knownSince !== undefined && before?.[property]) continue
    properties[property] = {
      value,
      submissionId,
      questionId,
      at: knownSince ?? at,
      ...(part !== undefined && { part }),
    }
  }
  return properties
}

interface SaidProperty extends Pick<LeadProperty, 'value' | 'questionId' | 'part'> {
  readonly property: string
  /** When it was said, if that was in an earlier submission (ISO 8601). */
  readonly knownSince: string | undefined
}

const saidProperties = (form: CompiledForm, answers: Said['answers']): SaidProperty[] => {
  const said = new Map<string, AnswerValue>()
  const since = new Map<string, string>()
  for (const { questionId, value, knownSince } of answers) {
    said.set(questionId, value)
    if (knownSince !== undefined) since.set(questionId, knownSince)
  }
  return Array.from(propertiesOf(form, said), ({ property, value, part, question: { id } }) => ({
    property,
    value,
    questionId: id,
    part,
    knownSince: since.get(id),
  }))
}
