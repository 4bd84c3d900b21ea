import type { Ending, Form } from '@bantam/schema'
import { cut } from '../cut.ts'
import { pointerTo } from '../report.ts'
import { bagOf, listOf, textOf, type Bag } from '../typeform/json.ts'
import { idsFor } from '../typeform/names.ts'
import type { Expression } from './expression/expression.ts'
import { readExpression } from './gates.ts'
import type { Ledger } from './ledger.ts'
import { plainOf, type Words } from './words.ts'

export interface Endings {
  /** The default first. */
  readonly endings: Form['endings']
  /** Those that are shown when an expression holds; the first that does wins. */
  readonly conditional: readonly {
    readonly id: string
    readonly expression: Expression
    readonly path: string
  }[]
}

interface Source {
  readonly path: string
  readonly html: unknown
  readonly url: unknown
  readonly expression: Expression | undefined
}

/** The pages that a survey ends on. */
export const endingsOf = (
  raw: Bag,
  { report, words }: { report: Ledger; words: Words },
): Endings => {
  const conditional: Source[] = ['completedHtmlOnCondition', 'navigateToUrlOnCondition'].flatMap(
    (key) =>
      listOf(raw[key]).flatMap((one, at) => {
        const path = pointerTo('', key, at)
        const { expression: text, html, url } = bagOf(one)
        const expression = readExpression(textOf(text) ?? '', { path, inside: {}, report })
        return expression ? [{ path, html, url, expression }] : []
      }),
  )
  const standard: Source = {
    path: 'navigateToUrl' in raw ? '/navigateToUrl' : '/completedHtml',
    html: raw['completedHtml'],
    url: raw['navigateToUrl'],
    expression: undefined,
  }
  const ids = idsFor(
    [standard, ...conditional].map(({ html, url }, at) => ({
      ref: at === 0 ? 'thank-you' : '',
      words: cut(plainOf(html), 60) || textOf(url) || 'ending',
    })),
    'ending',
  )
  report.use('', ['completedHtml', 'navigateToUrl'])
  const made = [standard, ...conditional].map((source, at) => {
    const id = ids[at] ?? `ending-${at}`
    return { id, source, ending: endingOf(source, { id, report, words }) }
  })
  return {
    endings: made.flatMap(({ ending }) => ending ?? []),
    conditional: made.flatMap(({ id, source: { expression, path }, ending }) =>
      ending && expression ? [{ id, expression, path }] : [],
    ),
  }
}

const THANKS = 'Thank you for completing the survey!'

const endingOf = (
  { path, html, url, expression }: Source,
  { id, report, words }: { id: string; report: Ledger; words: Words },
): Ending | undefined => {
  const said = words.say(html ?? (url || expression ? '' : THANKS), {
    key: `endings.${id}.title`,
    path: html !== undefined && !expression ? '/completedHtml' : path,
    most: 11_900,
  })
  const [first = '', ...rest] = said.split('\n')
  const title = cut(first, 2000)
  const body = cut([first.slice(title.length), ...rest].filter(Boolean).join('\n'), 10_000)
  const base = { id, title: title || 'Thank you', ...(body && { body }) }
  const target = textOf(url)
  if (!target) return { ...base, kind: 'message' }
  if (/^https?:\/\//i.test(target) && URL.canParse(target) && !/[{}]/.test(target))
    return { ...base, kind: 'redirect', url: target }
  report.drop(path, 'Its address is no full web address, or is put together from answers.')
  return expression ? undefined : { ...base, kind: 'message' }
}
