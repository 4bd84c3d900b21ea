import { pointerTo } from '../report.ts'
import { isBag, listOf, numberOf } from '../typeform/json.ts'
import { idsFor } from '../typeform/names.ts'
import type { Option } from './domain.ts'
import { choicesOf } from './choice-kinds.ts'
import { baseOf, valueOf, type Make } from './making.ts'
import { validationOf } from './validators.ts'
import { plainOf } from './words.ts'

/** Stars where it counts from 1, else a scale where whole numbers follow each other, else choices. */
export const asRating: Make = (asked, to) => {
  const { raw, path } = asked
  const { report, words } = to.making
  validationOf(asked, { making: to.making, takes: 'none' })
  report.use(path, ['rateType', 'autoGenerate', 'rateCount', 'rateMin', 'rateMax', 'rateStep'])
  report.use(path, ['displayMode'])
  const rates = ratesOf(asked)
  for (const { path: below } of rates) if (report.has(below)) report.keep(below)
  const numbers = rates.map(({ value }) => (typeof value === 'number' ? value : Number.NaN))
  const [from = Number.NaN, to_ = Number.NaN] = [numbers[0], numbers.at(-1)]
  const follow = numbers.every((one, at) => one === from + at)
  const isPlain = follow && rates.every(({ text }) => text === undefined)
  const options: readonly Option[] = numbers.map((value) => ({ value, id: value }))
  const hasWords = ['minRateDescription', 'maxRateDescription'].some((key) => plainOf(raw[key]))
  const isStars = raw['rateType'] === 'stars' || raw['rateType'] === 'smileys'

  if (isPlain && from === 1 && to_ >= 2 && to_ <= 10 && isStars && !hasWords)
    return {
      question: { ...baseOf(asked, to), kind: 'rating', steps: to_ },
      domain: { kind: 'one', options },
    }
  if (isPlain && (from === 0 || from === 1) && to_ >= 2 && to_ <= 10) {
    if (isStars) report.change(path, 'Its ends are named, so it is a scale of numbers.')
    report.use(path, ['minRateDescription', 'maxRateDescription'])
    const end = (of: 'low' | 'high') => {
      const member = of === 'low' ? 'minRateDescription' : 'maxRateDescription'
      const label = words.say(raw[member], {
        key: `questions.${to.id}.labels.${of}`,
        path: report.has(pointerTo(path, member)) ? pointerTo(path, member) : path,
        most: 100,
      })
      return label ? { [of]: label } : {}
    }
    return {
      question: {
        ...baseOf(asked, to),
        kind: 'scale',
        from,
        to: to_,
        ...(hasWords && { labels: { ...end('low'), ...end('high') } }),
      },
      domain: { kind: 'one', options },
    }
  }
  report.change(path, 'Its steps are no row of whole numbers up to 10, so they are choices.')
  const ids = idsFor(
    rates.map(({ value, text }) => ({ ref: String(value), words: plainOf(text ?? String(value)) })),
    'choice',
  )
  const choices = rates.map(({ value, text, path: below }, at) => ({
    id: ids[at] ?? `choice-${at}`,
    label: words.say(text ?? String(value), {
      key: `questions.${to.id}.choices.${ids[at]}.label`,
      path: below,
      most: 500,
    }),
  }))
  return {
    question: { ...baseOf(asked, to), kind: 'single-choice', choices },
    domain: {
      kind: 'one',
      options: rates.map(({ value }, at) => ({ value, id: choices[at]?.id })),
    },
  }
}

/** The steps of a rating: those listed, else counted from the least to the most. */
const ratesOf = ({ raw, path }: Parameters<Make>[0]) => {
  const listed = listOf(raw['rateValues'])
  if (listed.length > 0)
    return listed.map((one, at) => ({
      value: valueOf(isBag(one) ? one['value'] : one),
      text: isBag(one) ? one['text'] : undefined,
      path: pointerTo(path, 'rateValues', at),
    }))
  const least = numberOf(raw['rateMin']) ?? 1
  const step = Math.max(numberOf(raw['rateStep']) ?? 1, Number.MIN_VALUE)
  const counted = least + ((numberOf(raw['rateCount']) ?? 5) - 1) * step
  const most = numberOf(raw['rateMax']) ?? counted
  const count = Math.min(Math.max(Math.floor((most - least) / step) + 1, 1), 100)
  return Array.from({ length: count }, (_, at) => ({
    value: least + at * step,
    text: undefined,
    path,
  }))
}

/** One choice for each row. */
export const asMatrix: Make = (asked, to) => {
  const { raw, path } = asked
  const { report } = to.making
  const columns = listOf(raw['columns'])
  const rows = listOf(raw['rows'])
  if (columns.length === 0 || rows.length === 0) {
    report.dropUnknown(path, 'It has no rows or no columns.')
    return undefined
  }
  if (columns.length > 20 || rows.length > 50)
    report.change(path, 'A matrix has at most 50 rows and 20 choices.')
  const list = (key: 'rows' | 'columns', most: number) =>
    choicesOf(
      { ...asked, raw: {}, choices: { raw: raw[key], path: pointerTo(path, key) } },
      { ...to, most, list: key === 'rows' ? 'rows' : 'choices' },
    )
  const [lines, answers] = [list('rows', 50), list('columns', 20)]
  if (!lines || !answers) return undefined
  validationOf(asked, { making: to.making, takes: 'none' })
  report.use(path, ['isAllRowRequired', 'eachRowRequired', 'cellType'])
  if (raw['cellType'] === 'checkbox') report.change(path, 'Each row takes one choice.')
  const base = baseOf(asked, to)
  const every = raw['isAllRowRequired'] === true || raw['eachRowRequired'] === true
  if (base.required && !every) report.change(path, 'Every row must be answered, not only one.')
  return {
    question: {
      ...base,
      ...(every && { required: true }),
      kind: 'matrix',
      rows: lines.choices,
      choices: answers.choices,
    },
    domain: { kind: 'opaque' },
    parts: lines.options.map(({ value, id }) => ({
      name: `${asked.name}.${String(value)}`,
      ref: `question:${to.id}.${id}`,
      domain: { kind: 'one', options: answers.options },
    })),
  }
}
