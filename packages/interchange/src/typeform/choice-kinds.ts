import type { Question } from '@bantam/schema'
import { pointerTo } from '../report.ts'
import type { Field, SourceChoice } from './definition.ts'
import { numberOf, textOf } from './json.ts'
import { baseOf, holdTo, made, use, type Make, type Making } from './making.ts'
import { idsFor } from './names.ts'
import { asWords } from './plain-kinds.ts'

/** One choice or several. */
export const asMultipleChoice: Make = (place, making) => {
  const { field } = place
  const isSeveral = field.properties['allow_multiple_selection'] === true
  use(making.report, field, ['allow_multiple_selection', 'allow_other_choice'])
  const { choices, ids } = choicesOf(field, { making, most: 500 })
  if (choices.length === 0) return withoutChoices(place, making)
  const rest = { choices, ...otherOf(field) }
  const base = baseOf(place, making)
  if (!isSeveral)
    return made(
      place,
      { ...base, kind: 'single-choice', ...rest },
      { reads: 'choice', choiceIds: ids },
    )
  const selection = selectionOf(field, making)
  return made(
    place,
    { ...base, kind: 'multiple-choice', ...rest, ...(selection && { validation: selection }) },
    { reads: 'choices', choiceIds: ids },
  )
}

export const asDropdown: Make = (place, making) => {
  const { field } = place
  use(making.report, field, ['allow_other_choice'])
  const { choices, ids } = choicesOf(field, { making, most: 500 })
  if (choices.length === 0) return withoutChoices(place, making)
  return made(
    place,
    { ...baseOf(place, making), kind: 'dropdown', choices, ...otherOf(field) },
    { reads: 'choice', choiceIds: ids },
  )
}

/** Several pictures at once are asked as a multiple choice in words. */
export const asPictureChoice: Make = (place, making) => {
  const { field } = place
  const { report } = making
  if (field.properties['allow_multiple_selection'] === true) {
    report.change(field.path, 'Several pictures may be picked, so it is a choice in words.')
    return asMultipleChoice(place, making)
  }
  use(report, field, ['allow_multiple_selection', 'allow_other_choice'])
  const { choices, ids } = choicesOf(field, { making, most: 100 })
  if (choices.length === 0) return withoutChoices(place, making)
  const pictured = choices.map((choice, at) => ({
    ...choice,
    ...pictureOf(field.choices[at], making),
  }))
  return made(
    place,
    { ...baseOf(place, making), kind: 'picture-choice', choices: pictured, ...otherOf(field) },
    { reads: 'choice', choiceIds: ids },
  )
}

export const asRanking: Make = (place, making) => {
  const { choices, ids } = choicesOf(place.field, { making, most: 50 })
  if (choices.length === 0) return withoutChoices(place, making)
  const selection = selectionOf(place.field, making)
  return made(
    place,
    {
      ...baseOf(place, making),
      kind: 'ranking',
      choices,
      ...(selection && { validation: selection }),
    },
    { reads: 'choices', choiceIds: ids },
  )
}

const withoutChoices = asWords('It offers no choice; its words stay as a statement.')

type Choices = Extract<Question, { kind: 'single-choice' }>['choices']

/** The choices in the order they are shown, and our ids by each of the source's names for them. */
const choicesOf = (
  field: Field,
  { making: { report, words }, most }: { making: Making; most: number },
): { choices: Choices; ids: ReadonlyMap<string, string> } => {
  const ids = idsFor(
    field.choices.map(({ ref, label }) => ({ ref, words: label })),
    'choice',
  )
  const kept = field.choices.slice(0, most)
  for (const { path } of field.choices.slice(most))
    report.drop(path, `A question of this kind has at most ${most} choices.`)
  const choices = kept.map(({ path, label }, at) => {
    report.keep(path)
    return { id: ids[at] ?? `choice-${at}`, label: words(label, { path, most: 500 }) }
  })
  return { choices: inOrder(choices, { field, report }), ids: namesOf(kept, ids) }
}

const inOrder = (
  choices: Choices,
  { field, report }: { field: Field; report: Making['report'] },
): Choices => {
  if (field.properties['alphabetical_order'] !== true) return choices
  report.change(
    pointerTo(field.path, 'properties', 'alphabetical_order'),
    'The choices were put in order once; new ones go where they are put.',
  )
  return choices.toSorted((a, b) => (a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1))
}

const namesOf = (
  choices: readonly SourceChoice[],
  ids: readonly string[],
): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  const name = (of: string | undefined, id: string) => {
    if (of !== undefined && !names.has(of)) names.set(of, id)
  }
  choices.forEach(({ ref }, at) => name(ref, ids[at] ?? ''))
  choices.forEach((choice, at) => name(choice.id, ids[at] ?? ''))
  choices.forEach(({ label }, at) => name(label, ids[at] ?? ''))
  return names
}

const otherOf = (field: Field) =>
  field.properties['allow_other_choice'] === true ? { other: true } : {}

const selectionOf = (field: Field, { report }: Making) => {
  const min = countOf(field.validations['min_selection'], 0)
  const max = countOf(field.validations['max_selection'], 1)
  if (min !== undefined) holdTo(report, field, ['min_selection'])
  if (max !== undefined) holdTo(report, field, ['max_selection'])
  return min === undefined && max === undefined
    ? undefined
    : { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

const countOf = (value: unknown, least: number) => {
  const count = numberOf(value)
  return count !== undefined && Number.isInteger(count) && count >= least ? count : undefined
}

const pictureOf = (choice: SourceChoice | undefined, { report }: Making) => {
  const href = textOf(choice?.attachment['href'])
  if (!choice || href === undefined || !/^https?:\/\//.test(href) || !URL.canParse(href)) return {}
  report.keep(pointerTo(choice.path, 'attachment'))
  return { image: href }
}
