import type { ImportRefusal } from '../imported.ts'
import { pointerTo } from '../report.ts'
import { sourceOf, sourceWords } from '../source-of.ts'
import { bagOf, isBag, listOf, textOf, type Bag } from '../typeform/json.ts'
import type { Survey } from './survey.ts'

/** Deeper than any definition nests. */
const DEEPEST = 64

/** Why a document is no SurveyJS definition at all. */
export const whyNoSurvey = (source: unknown): readonly ImportRefusal[] => {
  if (!isBag(source))
    return [
      refusal('not-a-definition', '', 'This is no SurveyJS definition: it must be an object.'),
    ]
  const product = sourceOf(source)
  if (product !== undefined && product !== 'surveyjs')
    return [
      refusal('other-product', '', `This is no SurveyJS definition but ${sourceWords[product]}.`),
    ]
  if (product === undefined)
    return [
      refusal(
        'not-a-definition',
        '',
        'This is no SurveyJS definition: it has neither "pages" nor "elements".',
      ),
    ]
  const deep = deeperThan(source, DEEPEST)
  if (deep !== undefined)
    return [refusal('nested-too-deep', deep, `This nests deeper than ${DEEPEST} levels.`)]
  return misshapen(source)
}

/** What a definition says that cannot be: names used twice, triggers that lead nowhere, nothing to ask. */
export const contradictionsIn = ({ raw, asked }: Survey): readonly ImportRefusal[] => {
  const first = new Map<string, string>()
  const repeated = asked.flatMap(({ name, path }) => {
    const key = name.toLowerCase()
    const before = first.get(key)
    first.set(key, before ?? path)
    if (name !== '' && before === undefined) return []
    return name === ''
      ? [refusal('nameless', path, 'This has no "name", by which rules and answers would call it.')]
      : [
          refusal(
            'repeated-name',
            path,
            `The name "${name}" is used at ${before} already; rules could mean either.`,
          ),
        ]
  })
  const pages = listOf(raw['pages']).map((page) => textOf(bagOf(page)['name'])?.toLowerCase())
  const dangling = listOf(raw['triggers']).flatMap((trigger, at) => {
    const { type, gotoName } = bagOf(trigger)
    const aim = textOf(gotoName)
    const isSkip = type === 'skip' || type === 'skiptrigger'
    if (!isSkip || aim === undefined) return []
    const isThere = first.has(aim.toLowerCase()) || pages.includes(aim.toLowerCase())
    const path = pointerTo('/triggers', at, 'gotoName')
    return isThere
      ? []
      : [refusal('missing-target', path, `It leads to "${aim}", which is not in this definition.`)]
  })
  if (asked.length === 0)
    return [refusal('nothing-asked', '', 'There is no question: a form asks something.')]
  return [...repeated, ...dangling]
}

const refusal = (code: string, path: string, message: string): ImportRefusal => ({
  code,
  path,
  message,
})

const lists = ['pages', 'elements', 'questions', 'triggers', 'calculatedValues']

const misshapen = (source: Bag): readonly ImportRefusal[] => {
  const at = (holder: Bag, path: string, keys: readonly string[]): readonly ImportRefusal[] =>
    keys.flatMap((key) => {
      const value = holder[key]
      const below = pointerTo(path, key)
      if (value === undefined) return []
      if (!Array.isArray(value)) return [refusal('malformed', below, `"${key}" must be a list.`)]
      return listOf(value).flatMap((entry, place) => {
        const inner = pointerTo(below, place)
        return isBag(entry)
          ? at(entry, inner, ['elements', 'questions', 'templateElements'])
          : [refusal('malformed', inner, `Every entry of "${key}" is an object.`)]
      })
    })
  return at(source, '', lists)
}

/** The place of what nests too deep, as far as it is worth saying. */
const deeperThan = (source: unknown, deepest: number): string | undefined => {
  const open: { value: unknown; path: string; depth: number }[] = [
    { value: source, path: '', depth: 0 },
  ]
  for (;;) {
    const next = open.pop()
    if (!next) return undefined
    const { value, path, depth } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth > deepest) return path.split('/').slice(0, 7).join('/')
    for (const [key, one] of Object.entries(value))
      if (typeof one === 'object')
        open.push({ value: one, path: pointerTo(path, key), depth: depth + 1 })
  }
}
