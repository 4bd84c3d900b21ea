import { cut } from '../cut.ts'
import { pointerTo } from '../report.ts'
import { bagOf, listOf, numberOf, textOf } from '../typeform/json.ts'
import type { Making } from './making.ts'
import type { Asked } from './survey.ts'
import { plainOf } from './words.ts'

/** What the validators of a question come to; each is reported. */
export interface Validation {
  minLength?: number
  maxLength?: number
  pattern?: string
  patternHint?: string
  min?: number
  max?: number
  isNumeric?: true
  isEmail?: true
}

type Bounds = 'text' | 'number' | 'selection' | 'none'

/** Reads the validators that a question of these bounds can keep; the others are dropped, by name. */
export const validationOf = (
  { path, raw }: Asked,
  { making: { report }, takes }: { making: Making; takes: Bounds },
): Validation => {
  const validation: Validation = {}
  listOf(raw['validators']).forEach((one, at) => {
    const below = pointerTo(path, 'validators', at)
    const bag = bagOf(one)
    const type = (textOf(bag['type']) ?? '').replace(/validator$/, '')
    const found = Object.hasOwn(readers, type) ? readers[type]?.(bag, takes) : undefined
    if (found === undefined)
      return report.drop(below, `A check of this kind (${type || 'unknown'}) cannot be made here.`)
    if (typeof found === 'string') return report.drop(below, found)
    Object.assign(validation, found)
    if (type === 'regex')
      report.change(below, 'Its pattern is matched by RE2 against the whole answer.')
    else report.keep(below)
  })
  return validation
}

type Reader = (bag: ReturnType<typeof bagOf>, takes: Bounds) => Validation | string | undefined

const readers: { readonly [type: string]: Reader } = {
  numeric: (bag, takes) =>
    takes === 'text' || takes === 'number'
      ? { isNumeric: true, ...within(bag['minValue'], bag['maxValue']) }
      : undefined,
  text: (bag, takes) => {
    if (takes !== 'text') return undefined
    const [least, most] = [numberOf(bag['minLength']), numberOf(bag['maxLength'])]
    return {
      ...(least !== undefined && least > 0 && { minLength: Math.floor(least) }),
      ...(most !== undefined && most > 0 && { maxLength: Math.floor(most) }),
    }
  },
  regex: (bag, takes) => (takes === 'text' ? patternIn(bag) : undefined),
  email: (_, takes) => (takes === 'text' ? { isEmail: true } : undefined),
  answercount: (bag, takes) =>
    takes === 'selection' ? within(bag['minCount'], bag['maxCount']) : undefined,
}

const within = (least: unknown, most: unknown): Validation => {
  const [min, max] = [numberOf(least), numberOf(most)]
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

/** SurveyJS looks for the pattern anywhere in the answer, in JavaScript's dialect. */
const patternIn = (bag: ReturnType<typeof bagOf>): Validation | string => {
  const regex = textOf(bag['regex']) ?? ''
  if (/\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</.test(regex))
    return 'Its pattern looks around or back, which no pattern here may.'
  const isWhole = /^\^[^|]*[^\\|]\$$/.test(regex)
  const flags = bag['caseInsensitive'] === true ? '(?i)' : ''
  const pattern = flags + (isWhole ? regex.slice(1, -1) : `(?s:.*)(?:${regex})(?s:.*)`)
  if (!regex || pattern.length > 500) return 'Its pattern is empty, or longer than 500 characters.'
  const hint = cut(plainOf(bag['text']), 500)
  return { pattern, ...(hint && { patternHint: hint }) }
}
