import { pointerTo, type Element } from '../report.ts'
import { isBag, listOf, textOf, type Bag } from '../typeform/json.ts'
import { plainOf } from './words.ts'

/**
 * The elements of a definition, in the order of the file. An element is every entry of the lists
 * that hold entries (pages, panels, questions, choices, rows, columns, items, values, validators,
 * triggers, calculated values, conditional endings) and every other member of what holds them. What
 * only says which entry it is (`type`, `name`, `title`, `value`, `text`) is the entry itself. A member is
 * called by its key and what it is of.
 */
export const elementsOf = (survey: Bag): readonly Element[] =>
  membersOf(survey, { path: '', own: [], what: 'setting' })

interface Place {
  readonly path: string
  readonly own: readonly string[]
  readonly what: string
  /** What the holder is called. */
  readonly of?: string
}

const membersOf = (bag: Bag, { path, own, what, of }: Place): readonly Element[] =>
  Object.entries(bag).flatMap(([key, value]) => {
    const below = pointerTo(path, key)
    if (own.includes(key)) return []
    const entry = Object.hasOwn(entries, key) ? entries[key] : undefined
    if (!entry || !Array.isArray(value))
      return [{ what, name: of ? `${key} of ${of}` : key, path: below }]
    return listOf(value).flatMap((one, at) => entryOf(one, { entry, path: pointerTo(below, at) }))
  })

interface Entry {
  readonly what: string | ((bag: Bag) => string)
  readonly own: readonly string[]
}

const entryOf = (
  one: unknown,
  { entry: { what, own }, path }: { entry: Entry; path: string },
): readonly Element[] => {
  const bag = isBag(one) ? one : {}
  const element = {
    what: typeof what === 'string' ? what : what(bag),
    name: isBag(one) ? nameIn(one) : (textOf(one) ?? ''),
    path,
  }
  return own.length > 0
    ? [element, ...membersOf(bag, { path, own, what: 'property', of: element.name })]
    : [element]
}

const nameIn = (bag: Bag): string =>
  ['title', 'name', 'text', 'value', 'type', 'expression']
    .map((key) => plainOf(bag[key]))
    .find((text) => text !== '') ?? ''

const question: Entry = {
  what: ({ type }) => (type === 'panel' ? 'panel' : 'question'),
  own: ['type', 'name', 'title'],
}
const item = (what: string): Entry => ({ what, own: ['value', 'text', 'name', 'title'] })
const whole = (what: string): Entry => ({ what, own: [] })

const entries: { readonly [list: string]: Entry } = {
  pages: { what: 'page', own: ['type', 'name', 'title'] },
  elements: question,
  questions: question,
  templateElements: question,
  choices: item('choice'),
  rows: item('row'),
  columns: item('column'),
  items: item('item'),
  rateValues: item('value'),
  validators: whole('validator'),
  triggers: whole('trigger'),
  calculatedValues: whole('calculation'),
  completedHtmlOnCondition: whole('ending'),
  navigateToUrlOnCondition: whole('ending'),
}
