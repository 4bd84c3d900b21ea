import type { AnswerValue, Question, QuestionKind } from '@bantam/schema'
import { contactParts, partOf } from './parts.ts'

/** A lead property that an answer fills, with the part of the answer that says it where one does. */
export interface Filled {
  readonly property: string
  /** `property:NAME`, where conditions read it. */
  readonly ref: string
  readonly value: AnswerValue
  readonly part?: string | undefined
}

/**
 * What an answer says of a lead without being asked to: a contact fills `firstName`, `lastName`,
 * `email`, `phone` and `company`; a company `company`, `companyDomain` and `companySize`.
 */
export const filledByKind = ({ kind }: Question, value: AnswerValue): readonly Filled[] => {
  const filled: Filled[] = []
  for (const [part, property] of propertiesOfParts[kind] ?? []) {
    const said = partOf(value, part)
    if (said !== undefined)
      filled.push({ property, ref: `property:${property}`, value: said, part })
  }
  return filled
}

/** The properties that `filledByKind` may fill. */
export const propertiesOfKind = (kind: QuestionKind): readonly string[] =>
  (propertiesOfParts[kind] ?? []).map(([, property]) => property)

const propertiesOfParts: {
  readonly [K in QuestionKind]?: readonly (readonly [part: string, property: string])[]
} = {
  contact: contactParts.map((part) => [part, part]),
  company: [
    ['name', 'company'],
    ['domain', 'companyDomain'],
    ['size', 'companySize'],
  ],
}
