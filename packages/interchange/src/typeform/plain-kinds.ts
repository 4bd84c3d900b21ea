import { pointerTo } from '../report.ts'
import type { Field } from './definition.ts'
import { bagOf, numberOf, textOf } from './json.ts'
import type { Place } from './plan.ts'
import { baseOf, holdTo, made, use, type Make, type Making } from './making.ts'

/** Texts of one or several lines. */
export const asText =
  (kind: 'short-text' | 'long-text'): Make =>
  (place, making) => {
    const { field } = place
    const maxLength = numberOf(field.validations['max_length'])
    const isLimit = maxLength !== undefined && Number.isInteger(maxLength) && maxLength >= 1
    if (isLimit) holdTo(making.report, field, ['max_length'])
    return made(
      place,
      { ...baseOf(place, making), kind, ...(isLimit && { validation: { maxLength } }) },
      { reads: 'text' },
    )
  }

export const asEmail: Make = (place, making) =>
  made(place, { ...baseOf(place, making), kind: 'email' }, { reads: 'text' })

export const asWebsite: Make = (place, making) =>
  made(place, { ...baseOf(place, making), kind: 'website' }, { reads: 'text' })

export const asPhone: Make = (place, making) => {
  const country = textOf(place.field.properties['default_country_code'])?.toUpperCase()
  const isCountry = country !== undefined && /^[A-Z]{2}$/.test(country)
  if (isCountry) use(making.report, place.field, ['default_country_code'])
  return made(
    place,
    { ...baseOf(place, making), kind: 'phone', ...(isCountry && { validation: { country } }) },
    { reads: 'text' },
  )
}

export const asNumber: Make = (place, making) => {
  const { field } = place
  const min = numberOf(field.validations['min_value'])
  const max = numberOf(field.validations['max_value'])
  if (min !== undefined) holdTo(making.report, field, ['min_value'])
  if (max !== undefined) holdTo(making.report, field, ['max_value'])
  const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
  return made(
    place,
    {
      ...baseOf(place, making),
      kind: 'number',
      ...(Object.keys(bounds).length > 0 && { validation: bounds }),
    },
    { reads: 'number' },
  )
}

export const asYesNo: Make = (place, making) =>
  made(place, { ...baseOf(place, making), kind: 'yes-no' }, { reads: 'yes-no' })

export const asDate: Make = (place, making) =>
  made(place, { ...baseOf(place, making), kind: 'date' }, { reads: 'date' })

export const asFile: Make = (place, making) =>
  made(place, { ...baseOf(place, making), kind: 'file' }, { reads: 'text' })

/** Where rules ask for either answer, refusing must stay possible; a required consent refuses "no". */
export const asLegal: Make = (place, making) => {
  const { field } = place
  const base = baseOf(place, making)
  if (making.isRead(field.ref)) {
    making.report.change(
      field.path,
      'It is a question of yes or no, because rules read its answer.',
    )
    return made(place, { ...base, kind: 'yes-no' }, { reads: 'yes-no' })
  }
  making.report.change(
    field.path,
    base.required
      ? 'It is a consent to tick; being required, it must be given to go on.'
      : 'It is a consent to tick.',
  )
  return made(place, { ...base, kind: 'consent' }, { reads: 'yes-no' })
}

export const asRating: Make = (place, making) => {
  const { field } = place
  const wanted = numberOf(field.properties['steps']) ?? 5
  const steps = Math.round(Math.min(10, Math.max(2, wanted)))
  use(making.report, field, ['steps'])
  if (steps !== wanted)
    making.report.change(pointerTo(field.path, 'properties', 'steps'), `It has ${steps} steps.`)
  return made(
    place,
    { ...baseOf(place, making), kind: 'rating', steps },
    { reads: 'number', steps: numbersFrom(1, steps) },
  )
}

export const asNps: Make = (place, making) => {
  const labels = labelsOf(place.field, making)
  return made(
    place,
    { ...baseOf(place, making), kind: 'scale', from: 0, to: 10, ...(labels && { labels }) },
    { reads: 'number', steps: numbersFrom(0, 10) },
  )
}

/** A scale of more steps than ours is asked as a whole number between the same bounds. */
export const asOpinionScale: Make = (place, making) => {
  const { field } = place
  const steps = Math.round(numberOf(field.properties['steps']) ?? 11)
  const from = field.properties['start_at_one'] === true ? 1 : 0
  const to = from + steps - 1
  use(making.report, field, ['steps', 'start_at_one'])
  const base = baseOf(place, making)
  if (to >= 2 && to <= 10) {
    const labels = labelsOf(field, making)
    const scale = { kind: 'scale' as const, from, to, ...(labels && { labels }) }
    return made(place, { ...base, ...scale }, { reads: 'number', steps: numbersFrom(from, to) })
  }
  making.report.change(field.path, `A scale from ${from} to ${to} is asked as a number.`)
  const validation = { min: from, max: Math.max(from, to), integer: true }
  return made(place, { ...base, kind: 'number', validation }, { reads: 'number' })
}

const numbersFrom = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)

const labelsOf = (field: Field, { report, words }: Making) => {
  const { left, center, right } = bagOf(field.properties['labels'])
  const path = pointerTo(field.path, 'properties', 'labels')
  const label = (value: unknown) => {
    const text = textOf(value)
    return text && words(text, { path, most: 100 })
  }
  use(report, field, ['labels'])
  if (textOf(center)) report.change(path, 'A scale has no word for its middle.')
  const [low, high] = [label(left), label(right)]
  return low || high ? { ...(low && { low }), ...(high && { high }) } : undefined
}

export const asStatement: Make = (place, making) => {
  const { field } = place
  const button = textOf(field.properties['button_text'])
  if (button) use(making.report, field, ['button_text'])
  const path = pointerTo(field.path, 'properties', 'button_text')
  return made(
    place,
    {
      ...unansweredOf(place, making),
      kind: 'statement',
      ...(button && { button: making.words(button, { path, most: 60 }) }),
    },
    { reads: 'nothing' },
  )
}

export const asWelcome: Make = (place, making) => {
  use(making.report, place.field, ['show_button'])
  const result = asStatement(place, making)
  making.report.change(place.field.path, 'It is the first question, which only says something.')
  return result
}

/** Nobody sees it: it holds the rules that come before the first question. */
export const asStart: Make = (place) =>
  made(place, { id: place.id, kind: 'statement', title: '', passes: true }, { reads: 'nothing' })

export const asCalendly: Make = (place, making) => {
  const { field } = place
  const [key, url] =
    Object.entries(field.properties).find(
      ([, value]) => typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value),
    ) ?? []
  if (key === undefined || typeof url !== 'string')
    return asWords('It names no booking page; what it says is kept as words without an answer.')(
      place,
      making,
    )
  use(making.report, field, [key])
  return made(place, { ...baseOf(place, making), kind: 'scheduling', url }, { reads: 'text' })
}

/** What cannot be asked here keeps its words as a statement, so that the rules after it keep their place. */
export const asWords =
  (why: string): Make =>
  (place, making) => {
    making.report.drop(place.field.path, why)
    const base = unansweredOf(place, making)
    return made(place, { ...base, kind: 'statement' }, { reads: 'nothing' })
  }

const unansweredOf = (place: Place, making: Making) => {
  const { required, ...base } = baseOf(place, making)
  if (required)
    making.report.drop(
      pointerTo(place.field.path, 'validations', 'required'),
      'There is nothing to answer.',
    )
  return base
}

/** A kind that nothing here knows. */
export const asUnknown: Make = (place, making) => {
  const { type, path } = place.field
  const why = `Fields of the kind "${type}" cannot be asked here; its words stay as a statement.`
  making.report.dropUnknown(path, why)
  return asWords(why)(place, making)
}
