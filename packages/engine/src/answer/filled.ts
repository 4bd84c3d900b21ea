import type { AnswerValue, Question, QuestionKind } from '@bantam/schema'
import { contactParts, partOf } from './parts.ts'

/** A lead property that an answer fills, with the part of the answer that says it where one does. */
export interface Filled {
  readonly property: string
  readonly value: AnswerValue
  readonly part?: string
}

/**
 * What an answer says of a lead without being asked to: a contact fills `firstName`, `lastName`,
 * `email`, `phone` and `company`; a company `company`, `companyDomain` and `companySize`.
 */
export const filledByKind = ({ kind }: Question, value: AnswerValue): readonly Filled[] => {
  const properties = propertiesOfParts[kind]
  if (!properties) return nothing
  return Object.entries(properties).flatMap(([part, property]) => {
    const said = partOf(value, part)
    return said === undefined ? [] : [{ property, value: said, part }]
  })
}

const nothing: readonly Filled[] = []

/** The properties that `filledByKind` may fill. */
export const propertiesOfKind = (kind: QuestionKind): readonly string[] =>
  Object.values(propertiesOfParts[kind] ?? {})

const propertiesOfParts: { readonly [K in QuestionKind]?: { readonly [part: string]: string } } = {
  contact: Object.fromEntries(contactParts.map((part) => [part, part])),
  company: { name: 'company', domain: 'companyDomain', size: 'companySize' },
}
