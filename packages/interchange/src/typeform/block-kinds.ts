import type { AddressPart, ContactPart } from '@bantam/schema'
import { pointerTo } from '../report.ts'
import type { Field } from './definition.ts'
import { baseOf, made, type Made, type Make, type Making, type Subject } from './making.ts'
import { idsFor } from './names.ts'
import { asWords } from './plain-kinds.ts'

const contactParts: { readonly [key: string]: ContactPart } = {
  first_name: 'firstName',
  last_name: 'lastName',
  email: 'email',
  phone_number: 'phone',
  company: 'company',
}

const addressParts: { readonly [key: string]: AddressPart } = {
  address: 'line1',
  address_line_1: 'line1',
  street: 'line1',
  address_line_2: 'line2',
  city: 'city',
  state: 'region',
  region: 'region',
  zip_code: 'postalCode',
  zip: 'postalCode',
  postal_code: 'postalCode',
  country: 'country',
}

/** Contact details: the fields it holds are the parts of one answer. */
export const asContact: Make = (place, making) => {
  const { subjects, ...parts } = partsOf(place.field, {
    of: contactParts,
    id: place.id,
    making,
  })
  const question = {
    ...baseOf(place, making),
    ...partly(parts, { field: place.field, making }),
    kind: 'contact' as const,
  }
  return withSubjects(made(place, question, { reads: 'nothing' }), subjects)
}

export const asAddress: Make = (place, making) => {
  const { subjects, ...parts } = partsOf(place.field, {
    of: addressParts,
    id: place.id,
    making,
  })
  const question = {
    ...baseOf(place, making),
    ...partly(parts, { field: place.field, making }),
    kind: 'address' as const,
  }
  return withSubjects(made(place, question, { reads: 'nothing' }), subjects)
}

/** Rows of choices: the fields it holds are the rows, and choices of the same words are one column. */
export const asMatrix: Make = (place, making) => {
  const { field, id } = place
  const rows = field.fields.slice(0, mostRows)
  const labels = [...new Set(rows.flatMap(({ choices }) => choices.map(({ label }) => label)))]
  const columns = labels.slice(0, mostColumns)
  if (rows.length === 0 || columns.length === 0)
    return asWords('It has no rows of choices; its words stay as a statement.')(place, making)
  const { report, words } = making
  for (const { path } of field.fields.slice(mostRows))
    report.drop(path, `A matrix has at most ${mostRows} rows.`)
  const rowIds = idsFor(
    rows.map(({ ref, title }) => ({ ref, words: title })),
    'row',
  )
  const columnIds = idsFor(
    columns.map((label) => ({ ref: '', words: label })),
    'choice',
  )
  const idOf = new Map(columns.map((label, at) => [label, columnIds[at] ?? '']))
  const question = {
    ...baseOf(place, making),
    kind: 'matrix' as const,
    rows: rows.map(({ path, title }, at) => {
      report.keep(path)
      return { id: rowIds[at] ?? '', label: words(title, { path, most: 500 }) }
    }),
    choices: columns.map((label, at) => ({
      id: columnIds[at] ?? '',
      label: words(label, { path: field.path, most: 500 }),
    })),
    ...requiredRows(rows, making),
  }
  const subjects = rows.map((row, at) => {
    const choiceIds = columnNames(row, { idOf, making })
    return [row.ref, { ref: `question:${id}.${rowIds[at]}`, reads: 'choice', choiceIds }] as const
  })
  return withSubjects(made(place, question, { reads: 'nothing' }), subjects)
}

const mostRows = 50
const mostColumns = 20

type Subjects = Made['subjects']

const withSubjects = ({ question, subjects }: Made, more: Subjects): Made => ({
  question,
  subjects: [...subjects, ...more],
})

const partsOf = <P extends string>(
  field: Field,
  { of, id, making }: { of: { readonly [key: string]: P }; id: string; making: Making },
) => {
  const { report } = making
  const parts: P[] = []
  const required: P[] = []
  const subjects: (readonly [string, Subject])[] = []
  for (const { path, ref, type, subfield, validations } of field.fields) {
    const key = [subfield ?? '', type].find((one) => Object.hasOwn(of, one))
    const part = key === undefined ? undefined : of[key]
    if (part === undefined || parts.includes(part)) {
      const why = `A question of this kind has no other part "${subfield ?? type}".`
      if (part === undefined) report.dropUnknown(path, why)
      else report.drop(path, why)
      continue
    }
    report.change(path, 'Its title is the widget’s own word for this part.')
    parts.push(part)
    if ('required' in validations) report.keep(pointerTo(path, 'validations', 'required'))
    if (validations['required'] === true) required.push(part)
    subjects.push([ref, { ref: `question:${id}.${part}`, reads: 'text' }])
  }
  return { parts, required, subjects }
}

/** A required block needs its email, or its first part where it asks for none; others can be left out whole. */
const partly = <P extends string>(
  { parts, required }: { readonly parts: readonly P[]; readonly required: readonly P[] },
  { field, making: { report } }: { field: Field; making: Making },
) => {
  const least = parts.find((part) => part === 'email') ?? parts[0]
  const isRequired = least !== undefined && required.includes(least)
  if (required.length > 0 && !isRequired)
    report.change(field.path, `It can be left out as a whole, because its ${least} can be.`)
  return {
    ...(parts.length > 0 && { parts: [...parts] }),
    ...(required.length > 0 && { requiredParts: [...required] }),
    ...(isRequired && { required: true }),
  }
}

/** A required matrix needs every row. */
const requiredRows = (rows: readonly Field[], { report }: Making) => {
  const isRequired = ({ validations }: Field) => validations['required'] === true
  const isEvery = rows.every(isRequired)
  for (const row of rows) {
    const path = pointerTo(row.path, 'validations', 'required')
    if (!('required' in row.validations)) continue
    if (isRequired(row) && !isEvery) report.drop(path, 'A matrix needs every row or none.')
    else report.keep(path)
  }
  return isEvery ? { required: true } : {}
}

const columnNames = (
  row: Field,
  { idOf, making: { report } }: { idOf: ReadonlyMap<string, string>; making: Making },
): ReadonlyMap<string, string> => {
  if (row.properties['allow_multiple_selection'] === true)
    report.drop(
      pointerTo(row.path, 'properties', 'allow_multiple_selection'),
      'A row of a matrix has one choice.',
    )
  const names = new Map<string, string>()
  for (const { path, ref, id, label } of row.choices) {
    const column = idOf.get(label)
    if (column === undefined) {
      report.drop(path, `A matrix has at most ${mostColumns} choices.`)
      continue
    }
    report.keep(path)
    for (const name of [ref, id, label]) if (name !== undefined) names.set(name, column)
  }
  return names
}
