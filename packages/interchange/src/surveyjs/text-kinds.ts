import type { QuestionOf } from '@bantam/schema'
import { pointerTo } from '../report.ts'
import { numberOf, textOf } from '../typeform/json.ts'
import { date, number, opaque, text } from './domain.ts'
import { baseOf, countOf, placeholderOf, type Make, type Made } from './making.ts'
import { validationOf, type Validation } from './validators.ts'

/** A line of text, by what its input takes. */
export const asText: Make = (asked, to) => {
  const input = textOf(asked.raw['inputType']) ?? 'text'
  to.making.report.use(asked.path, ['inputType'])
  const make = Object.hasOwn(byInput, input) ? byInput[input] : undefined
  if (make) return make(asked, to)
  to.making.report.change(
    asked.path,
    `An input of type "${input}" is asked as a short text; the answer is taken as written.`,
  )
  return asShortText(asked, to)
}

export const asComment: Make = (asked, to) => {
  const validation = validationOf(asked, { making: to.making, takes: 'text' })
  to.making.report.use(asked.path, ['maxLength', 'rows', 'autoGrow', 'allowResize'])
  return {
    question: {
      ...baseOf(asked, to),
      ...placeholderOf(asked, to),
      kind: 'long-text',
      ...lengthsOf(validation, countOf(asked.raw, 'maxLength', 1)),
    },
    domain: text,
  }
}

const asShortText: Make = (asked, to) => {
  const validation = validationOf(asked, { making: to.making, takes: 'text' })
  const { report } = to.making
  if (validation.isEmail) {
    report.change(asked.path, 'Its check makes it a question for an email address.')
    return plain(asked, { ...to, kind: 'email' })
  }
  if (validation.isNumeric) {
    report.change(asked.path, 'Its check makes it a question for a number.')
    return numeric(asked, { ...to, validation })
  }
  report.use(asked.path, ['maxLength'])
  return {
    question: {
      ...baseOf(asked, to),
      ...placeholderOf(asked, to),
      kind: 'short-text',
      ...lengthsOf(validation, countOf(asked.raw, 'maxLength', 1)),
    },
    domain: text,
  }
}

const lengthsOf = (
  { minLength, maxLength, pattern, patternHint }: Validation,
  most: number | undefined,
) => {
  const longest = Math.min(maxLength ?? Infinity, most ?? Infinity)
  const validation = {
    ...(minLength !== undefined && { minLength }),
    ...(longest < Infinity && { maxLength: longest }),
    ...(pattern !== undefined && { pattern }),
    ...(patternHint !== undefined && { patternHint }),
  }
  return Object.keys(validation).length > 0 ? { validation } : {}
}

type To = Parameters<Make>[1]

const plain = (
  asked: Parameters<Make>[0],
  { kind, ...to }: To & { kind: 'email' | 'phone' | 'website' },
): Made => ({
  question: { ...baseOf(asked, to), ...placeholderOf(asked, to), kind },
  domain: text,
})

const numeric = (
  asked: Parameters<Make>[0],
  { validation, ...to }: To & { validation: Validation },
): Made => {
  const { raw, path } = asked
  const { report } = to.making
  const bounds: NonNullable<QuestionOf<'number'>['validation']> = {}
  for (const key of ['min', 'max'] as const) {
    const found = numberOf(raw[key]) ?? validation[key]
    if (found !== undefined) bounds[key] = found
    if (numberOf(raw[key]) !== undefined) report.use(path, [key])
  }
  return {
    question: {
      ...baseOf(asked, to),
      ...placeholderOf(asked, to),
      kind: 'number',
      ...(Object.keys(bounds).length > 0 && { validation: bounds }),
    },
    domain: number,
  }
}

const asNumber: Make = (asked, to) => {
  const { report } = to.making
  const step = pointerTo(asked.path, 'step')
  if (report.has(step)) report.drop(step, 'Steps between numbers are not held to here.')
  return numeric(asked, {
    ...to,
    validation: validationOf(asked, { making: to.making, takes: 'number' }),
  })
}

const asDate: Make = (asked, to) => {
  const { raw, path } = asked
  validationOf(asked, { making: to.making, takes: 'none' })
  const bounds: { min?: string; max?: string } = {}
  for (const key of ['min', 'max'] as const) {
    const day = textOf(raw[key])?.slice(0, 10)
    if (!day || !/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) continue
    bounds[key] = day
    to.making.report.use(path, [key])
  }
  return {
    question: {
      ...baseOf(asked, to),
      kind: 'date',
      ...(Object.keys(bounds).length > 0 && { validation: bounds }),
    },
    domain: date,
  }
}

/** A number on a slider; two at once are not asked here. */
export const asSlider: Make = (asked, to) => {
  const { report } = to.making
  if (asked.raw['sliderType'] === 'range') {
    report.dropUnknown(asked.path, 'Nothing here asks for a range of two numbers.')
    return undefined
  }
  report.use(asked.path, ['sliderType'])
  report.change(asked.path, 'The slider is an input for a number.')
  const [min, max] = [numberOf(asked.raw['min']) ?? 0, numberOf(asked.raw['max']) ?? 100]
  return numeric(asked, { ...to, validation: { min, max } })
}

/** An upload of one file. */
export const asFile: Make = (asked, to) => {
  const { raw, path } = asked
  const { report } = to.making
  report.use(path, ['waitForUpload', 'storeDataAsText', 'allowMultiple', 'maxSize'])
  if (raw['allowMultiple'] === true) report.change(path, 'It takes one file.')
  const size = countOf(raw, 'maxSize', 1)
  if (size !== undefined && size > LARGEST)
    report.change(pointerTo(path, 'maxSize'), 'No file may be larger than 25 MiB.')
  const maxBytes = size && Math.min(size, LARGEST)
  return {
    question: { ...baseOf(asked, to), kind: 'file', ...(maxBytes && { validation: { maxBytes } }) },
    domain: opaque,
  }
}

const LARGEST = 25 * 1024 * 1024

const byInput: { readonly [input: string]: Make } = {
  text: asShortText,
  email: (asked, to) => {
    validationOf(asked, { making: to.making, takes: 'text' })
    return plain(asked, { ...to, kind: 'email' })
  },
  tel: (asked, to) => {
    validationOf(asked, { making: to.making, takes: 'none' })
    return plain(asked, { ...to, kind: 'phone' })
  },
  url: (asked, to) => {
    validationOf(asked, { making: to.making, takes: 'none' })
    return plain(asked, { ...to, kind: 'website' })
  },
  number: asNumber,
  range: asNumber,
  date: asDate,
}
