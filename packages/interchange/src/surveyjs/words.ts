import type { Form } from '@bantam/schema'
import type { ReportBuilder } from '../report.ts'
import { cut } from '../cut.ts'
import { isBag, textOf } from '../typeform/json.ts'

/** Where a text goes: its key among the translations, the element it comes from, its limit in characters. */
export interface Saying {
  readonly key: string
  readonly path: string
  readonly most: number
}

export interface Words {
  /** The text in the form's language; what it is in others goes to the translations. */
  readonly say: (value: unknown, saying: Saying) => string
  readonly translations: () => Form['translations']
}

/** What `{name}` in the text of a path recalls, in our writing; undefined when nothing is called so. */
export type RecallName = (name: string, path: string) => string | undefined

/** Reads texts that may be one per language, as plain text with our recalls. */
export const wordsFor = (
  report: ReportBuilder,
  { locale, recallName }: { locale: string; recallName: RecallName },
): Words => {
  const translations = new Map<string, Map<string, string>>()
  const fitted = (text: string, { path, most }: Saying): string => {
    const plain = withoutTags(text)
    if (plain !== text.trim()) report.change(path, 'Its markup was taken out.')
    const recalling = recalled(plain, (name) => recallName(name, path))
    if (recalling.length <= most) return recalling
    report.change(path, `It was cut to ${most} characters.`)
    return cut(recalling, most)
  }
  return {
    say: (value, saying) => {
      for (const [language, text] of Object.entries(isBag(value) ? value : {}))
        if (language !== 'default' && language !== locale && typeof text === 'string') {
          const said = translations.get(language) ?? new Map<string, string>()
          translations.set(language, said.set(saying.key, fitted(text, saying)))
        }
      return fitted(inLanguage(value, locale), saying)
    },
    translations: () =>
      translations.size > 0
        ? Object.fromEntries(
            [...translations].map(([one, said]) => [one, Object.fromEntries(said)]),
          )
        : undefined,
  }
}

/** A text without regard to language and markup, for names in a report. */
export const plainOf = (value: unknown): string => withoutTags(inLanguage(value, 'default'))

/** A text or a number as written; of several languages the one asked for, else the default, else any. */
export const inLanguage = (value: unknown, locale: string): string => {
  if (!isBag(value)) return textOf(value) ?? ''
  const texts = [value['default'], value[locale], ...Object.values(value)]
  return texts.find((text): text is string => typeof text === 'string') ?? ''
}

/** Longer markup than this is cut before it is read. */
const LONGEST = 40_000

/** The text of markup, one line per block. */
const withoutTags = (text: string): string => {
  if (!/<[a-z!/]|&[a-z#]/i.test(text)) return text.trim()
  return text
    .slice(0, LONGEST)
    .replaceAll(/<(br|\/p|\/div|\/h[1-6]|\/li|\/tr|\/ul|\/ol)\b[^<>]*>/gi, '\n')
    .replaceAll(/<li\b[^<>]*>/gi, '• ')
    .replaceAll(/<[a-z!/][^<>]*>/gi, '')
    .replaceAll(/&(\w+|#\d{1,6});/g, (whole, name: string) => entityOf(name) ?? whole)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

const entityOf = (name: string): string | undefined => {
  if (!name.startsWith('#')) return Object.hasOwn(entities, name) ? entities[name] : undefined
  const point = Number(name.slice(1))
  // No NUL and no half of a character pair: no database here stores these.
  const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
  return isCharacter ? String.fromCodePoint(point) : undefined
}

const entities: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

const recalled = (text: string, recallName: (name: string) => string | undefined): string =>
  text.replaceAll(/\{([^{}\n]{1,200})\}/g, (whole, name: string) => {
    const ours = recallName(name.trim())
    return ours === undefined ? whole : `{{${ours}}}`
  })
