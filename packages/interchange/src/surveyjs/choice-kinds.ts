import type { Choice } from '@bantam/schema'
import { pointerTo } from '../report.ts'
import { bagOf, isBag, listOf, textOf } from '../typeform/json.ts'
import { idsFor } from '../typeform/names.ts'
import type { Option } from './domain.ts'
import { areEqual } from './expression/evaluate.ts'
import { baseOf, countOf, valueOf, type Make, type Making } from './making.ts'
import type { Asked } from './survey.ts'
import { asComment } from './text-kinds.ts'
import { validationOf } from './validators.ts'
import { plainOf } from './words.ts'

type To = Parameters<Make>[1]

/** One of several choices, under the kind that shows them alike. */
export const asOneOf =
  (kind: 'single-choice' | 'dropdown'): Make =>
  (asked, to) => {
    const listed = choicesOf(asked, { ...to, most: 500 })
    if (!listed) return withoutChoices(asked, to)
    const { choices, options, other } = listed
    validationOf(asked, { making: to.making, takes: 'none' })
    return {
      question: { ...baseOf(asked, to), kind, choices, ...other },
      domain: { kind: 'one', options },
    }
  }

export const asSeveralOf: Make = (asked, to) => {
  const listed = choicesOf(asked, { ...to, most: 500, isSeveral: true })
  if (!listed) return withoutChoices(asked, to)
  const { choices, options, other } = listed
  return {
    question: {
      ...baseOf(asked, to),
      kind: 'multiple-choice',
      choices,
      ...other,
      ...selectionOf(asked, to.making),
    },
    domain: { kind: 'many', options },
  }
}

export const asRanking: Make = (asked, to) => {
  const listed = choicesOf(asked, { ...to, most: 50, isSeveral: true })
  if (!listed) return withoutChoices(asked, to)
  if (listed.other.other) to.making.report.change(asked.path, 'A ranking has no free text.')
  to.making.report.use(asked.path, ['selectToRankEnabled'])
  return {
    question: {
      ...baseOf(asked, to),
      kind: 'ranking',
      choices: listed.choices,
      ...selectionOf(asked, to.making),
    },
    domain: { kind: 'opaque' },
  }
}

/** Several pictures at once are asked as a choice in words. */
export const asPictures: Make = (asked, to) => {
  const { raw, path } = asked
  const { report } = to.making
  report.use(path, ['multiSelect', 'showLabel'])
  if (raw['multiSelect'] === true) {
    report.change(path, 'Several pictures may be picked, so it is a choice in words.')
    return asSeveralOf(asked, to)
  }
  const listed = choicesOf(asked, { ...to, most: 100 })
  if (!listed) return withoutChoices(asked, to)
  const choices = listed.choices.map((choice, at) => {
    const image = textOf(bagOf(listOf(raw['choices'])[at])['imageLink'])
    if (!image || !/^https?:\/\//.test(image) || !URL.canParse(image)) return choice
    report.keep(pointerTo(path, 'choices', at, 'imageLink'))
    return { ...choice, image }
  })
  return {
    question: { ...baseOf(asked, to), kind: 'picture-choice', choices },
    domain: { kind: 'one', options: listed.options },
  }
}

/** Yes or no; other words for the two make it a choice. */
export const asBoolean: Make = (asked, to) => {
  const { raw, path } = asked
  const { report, words } = to.making
  report.use(path, ['valueTrue', 'valueFalse', 'labelTrue', 'labelFalse'])
  validationOf(asked, { making: to.making, takes: 'none' })
  const values = [raw['valueTrue'] ?? true, raw['valueFalse'] ?? false].map(valueOf)
  const labels = [raw['labelTrue'], raw['labelFalse']]
  if (labels.every((label) => /^(yes|no)?$/i.test(plainOf(label))))
    return {
      question: { ...baseOf(asked, to), kind: 'yes-no' },
      domain: {
        kind: 'one',
        options: [
          { value: values[0], id: true },
          { value: values[1], id: false },
        ],
      },
    }
  report.change(path, 'Its two answers have words of their own, so they are choices.')
  const choices = ['yes', 'no'].map((id, at) => ({
    id,
    label: words.say(labels[at] ?? (id === 'yes' ? 'Yes' : 'No'), {
      key: `questions.${to.id}.choices.${id}.label`,
      path,
      most: 500,
    }),
  }))
  return {
    question: { ...baseOf(asked, to), kind: 'single-choice', choices },
    domain: { kind: 'one', options: choices.map(({ id }, at) => ({ value: values[at], id })) },
  }
}

const withoutChoices: Make = (asked, to) => {
  to.making.report.change(asked.path, 'It lists no choices of its own, so it is asked as a text.')
  return asComment(asked, to)
}

const selectionOf = (
  asked: Asked,
  making: Making,
): { validation?: { min?: number; max?: number } } => {
  const { min, max } = validationOf(asked, { making, takes: 'selection' })
  making.report.use(asked.path, ['minSelectedChoices', 'maxSelectedChoices'])
  const least = countOf(asked.raw, 'minSelectedChoices', 1) ?? min
  const most = countOf(asked.raw, 'maxSelectedChoices', 1) ?? max
  const validation = { ...(least && { min: least }), ...(most && { max: most }) }
  return Object.keys(validation).length > 0 ? { validation } : {}
}

interface Listed {
  readonly choices: Choice[]
  readonly options: readonly Option[]
  readonly other: { other?: true }
}

/** Special items that SurveyJS adds to the choices, with the value it gives each. */
const specials = [
  { show: ['showNoneItem', 'hasNone'], text: 'noneText', value: 'none', label: 'None' },
  { show: ['showRefuseItem'], text: 'refuseText', value: 'refused', label: 'Refuse to answer' },
  { show: ['showDontKnowItem'], text: 'dontKnowText', value: 'dontknow', label: 'Don’t know' },
] as const

/** Choices with readable ids, the special ones last; undefined where there are none. */
export const choicesOf = (
  asked: Asked,
  {
    id,
    making,
    most,
    isSeveral = false,
    list = 'choices',
  }: To & { most: number; isSeveral?: boolean; list?: 'choices' | 'rows' },
): Listed | undefined => {
  const { raw, path } = asked
  const { report, words } = making
  const entries: Entry[] = listOf(asked.choices.raw).map((one, at) => ({
    value: valueOf(isBag(one) ? one['value'] : one),
    text: isBag(one) ? (one['text'] ?? one['value']) : one,
    path: pointerTo(asked.choices.path, at),
  }))
  if (entries.length === 0) return undefined
  for (const special of specials)
    for (const show of special.show) {
      if (raw[show] !== true) continue
      report.use(path, [show, special.text])
      const below = pointerTo(path, show)
      if (isSeveral) report.change(below, 'It may be picked beside other choices.')
      entries.push({ value: special.value, text: raw[special.text] ?? special.label, path: below })
    }
  const free = otherOf(asked, { making, isSeveral })
  if (free?.asChoice) entries.push(free.asChoice)

  for (const entry of entries.slice(most))
    report.drop(entry.path, `A question of this kind has at most ${most} choices.`)
  const kept = entries.slice(0, most)
  const ids = idsFor(
    kept.map(({ value, text }) => ({ ref: String(value), words: plainOf(text) })),
    'choice',
  )
  const choices = kept.map((entry, at): Choice => {
    if (report.has(entry.path)) report.keep(entry.path)
    const own = ids[at] ?? `choice-${at}`
    const key = `questions.${id}.${list}.${own}.label`
    return { id: own, label: words.say(entry.text, { key, path: entry.path, most: 500 }) }
  })
  const options: Option[] = kept.map(({ value }, at) => ({ value, id: choices[at]?.id }))
  if (free?.option) options.push(free.option)
  return { choices, options: unambiguous(options), other: free?.option ? { other: true } : {} }
}

interface Entry {
  readonly value: Option['value']
  readonly text: unknown
  readonly path: string
}

/** Of choices with equal values the first is the one that rules mean. */
const unambiguous = (options: readonly Option[]): readonly Option[] =>
  options.filter(({ value }, at) => options.findIndex((one) => areEqual(one.value, value)) === at)

/** The free text beside the choices; among several a rule that asks for it makes it a choice. */
const otherOf = (
  asked: Asked,
  { making: { report, isComparedWith }, isSeveral }: { making: Making; isSeveral: boolean },
): { readonly option?: Option; readonly asChoice?: Entry } | undefined => {
  const { raw, path } = asked
  const show = ['showOtherItem', 'hasOther'].find((key) => raw[key] === true)
  if (show === undefined) return undefined
  const below = pointerTo(path, show)
  report.keep(below)
  if (!isSeveral || !isComparedWith(asked, 'other'))
    return { option: { value: 'other', id: undefined } }
  report.use(path, ['otherText'])
  report.change(
    below,
    'A rule asks for it, so it is a choice as the others; its text is not asked.',
  )
  return { asChoice: { value: 'other', text: raw['otherText'] ?? 'Other', path: below } }
}
