import type { Question } from '@bantam/schema'
import { cut } from '../cut.ts'
import { pointerTo } from '../report.ts'
import type { Bag } from '../typeform/json.ts'
import type { Domain } from './domain.ts'
import type { Value } from './expression/expression.ts'
import type { Ledger } from './ledger.ts'
import type { Asked } from './survey.ts'
import { plainOf, type Words } from './words.ts'

/** What making a question needs of its surroundings. */
export interface Making {
  readonly report: Ledger
  readonly words: Words
  /** Whether a rule asks if `value` was picked here. */
  readonly isComparedWith: (asked: Asked, value: string) => boolean
  /** Whether it insists on an answer; reports what says so. */
  readonly isRequired: (asked: Asked) => boolean
}

/** A question, and how rules read its answer and its parts. */
export interface Made {
  readonly question: Question
  readonly domain: Domain
  readonly parts?: readonly {
    readonly name: string
    readonly ref: string
    readonly domain: Domain
  }[]
}

/** Makes a question under an id; undefined where there is nothing to ask or say. */
export type Make = (
  asked: Asked,
  to: { readonly id: string; readonly making: Making },
) => Made | undefined

type Base = Pick<Question, 'id' | 'title' | 'help' | 'required' | 'section'>

/** What every kind has in common; reports the question, its description and whether it is required. */
export const baseOf: (
  asked: Asked,
  to: { readonly id: string; readonly making: Making },
) => Base = (asked, { id, making: { report, words, isRequired } }) => {
  const { path, raw } = asked
  report.keep(path)
  report.use(path, ['description', 'cellType'])
  const said = words.say(raw['title'] ?? raw['name'], {
    key: `questions.${id}.title`,
    path,
    most: 1700,
  })
  const help = words.say(raw['description'], {
    key: `questions.${id}.help`,
    path: report.has(pointerTo(path, 'description')) ? pointerTo(path, 'description') : path,
    most: 4000,
  })
  const section = sectionOf(asked, { id, words })
  return {
    id,
    title: asked.before ? `${cut(asked.before, 250)} – ${said}` : said,
    ...(help && { help }),
    ...(isRequired(asked) && { required: true }),
    ...(section && { section }),
  }
}

const sectionOf = (
  { within }: Asked,
  { id, words }: { id: string; words: Words },
): Question['section'] => {
  const titled = within.filter(({ raw }) => plainOf(raw['title']) !== '')
  const last = titled.at(-1)
  if (!last) return undefined
  const outer = titled.slice(0, -1).map(({ raw }) => plainOf(raw['title']))
  const say = (around: typeof last, member: string, most: number) =>
    words.say(around.raw[member], {
      key: `questions.${id}.section.${member === 'title' ? 'title' : 'help'}`,
      path: around.path,
      most,
    })
  const help = within.map((one) => plainOf(one.raw['description'])).some(Boolean)
    ? say(
        within.findLast(({ raw }) => raw['description'] !== undefined) ?? last,
        'description',
        4000,
      )
    : ''
  const title = [...outer, say(last, 'title', 300)].join(' · ')
  return { title: title.slice(-500).replace(/^[\uDC00-\uDFFF]/, ''), ...(help && { help }) }
}

/** The placeholder of an input, if there is one. */
export const placeholderOf = (
  { path, raw }: Asked,
  { id, making: { report, words } }: { id: string; making: Making },
): { placeholder?: string } => {
  const below = pointerTo(path, 'placeholder')
  if (!report.has(below)) return {}
  report.keep(below)
  const placeholder = words.say(raw['placeholder'], {
    key: `questions.${id}.placeholder`,
    path: below,
    most: 200,
  })
  return placeholder ? { placeholder } : {}
}

/** A value of the source as expressions know it; lists of scalars and nothing else nests. */
export const valueOf = (value: unknown): Value =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : Array.isArray(value)
      ? value.map(valueOf)
      : undefined

/** A whole number of at least `least`, also where it is written as a text. */
export const countOf = (raw: Bag, key: string, least: number): number | undefined => {
  const number = Number(raw[key] ?? Number.NaN)
  return Number.isInteger(number) && number >= least ? number : undefined
}
