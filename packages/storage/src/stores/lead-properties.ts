import type { LeadProperty, LeadRecord, PackedProperties, PackedProperty } from '../port.ts'

/** A third of the length, and two leads where one filled a page of the database. Keeps the order of the properties. */
export const packed = (properties: LeadRecord['properties']): PackedProperties => {
  const sources = new Map<string, { readonly at: number; readonly source: [string, string] }>()
  const sourceOf = ({ submissionId, at }: LeadProperty): number => {
    const name = `${submissionId} ${at}`
    const known = sources.get(name)
    if (known) return known.at
    const added = { at: sources.size, source: [submissionId, at] as [string, string] }
    sources.set(name, added)
    return added.at
  }
  const entries = Object.entries(properties).map(([name, property]): [string, PackedProperty] => {
    const { questionId, value, part } = property
    const own = [sourceOf(property), questionId, value] as const
    return [name, part === undefined ? own : [...own, part]]
  })
  return {
    properties: Object.fromEntries(entries),
    sources: [...sources.values()].map(({ source }) => source),
  }
}

/** Takes properties as they were written before they were packed, too. */
export const unpacked = ({
  sources = [],
  properties,
}: Partial<Pick<PackedProperties, 'sources'>> & {
  readonly properties: { readonly [name: string]: PackedProperty | LeadProperty }
}): LeadRecord['properties'] =>
  Object.fromEntries(
    Object.entries(properties).map(([name, stored]) => [name, propertyOf(stored, sources)]),
  )

const propertyOf = (
  stored: PackedProperty | LeadProperty,
  sources: PackedProperties['sources'],
): LeadProperty => {
  if ('value' in stored) return stored
  const [source, questionId, value, part] = stored
  const [submissionId = '', at = ''] = sources[source] ?? []
  return { value, submissionId, questionId, at, ...(part !== undefined && { part }) }
}
