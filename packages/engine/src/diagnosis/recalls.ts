import type { Ending, Form, Question } from '@bantam/schema'
import { partsOf } from '../answer/parts.ts'
import { propertiesOfKind } from '../answer/filled.ts'
import { textsIn } from '../text/wording.ts'

/** A place in a text where an answer is to appear: `{{name|fallback}}`. */
export interface Recalled {
  readonly name: string
  readonly fallback: string | undefined
  /** Dotted, of the text: in the form, or `translations.de.questions.size.title`. */
  readonly path: string
  /** The whole text. */
  readonly text: string
  /** Dotted, in the form: of the text, or of the one that it translates. */
  readonly source: string
  /** The language of a translation; undefined for the form's own. */
  readonly language: string | undefined
  /** The name that translations have for it. */
  readonly key: string
  /** Place of the question that shows the text; undefined for an ending. */
  readonly at: number | undefined
}

/**
 * Every recall in the texts that questions and endings show, in the form's own language and its translations. Texts of
 * consents recall nothing.
 */
export const recallsIn = ({ questions, endings, translations = {} }: Form): readonly Recalled[] => [
  ...questions.flatMap((question, at) =>
    recallsOf(question, { list: 'questions', at, translations }),
  ),
  ...endings.flatMap((ending, at) => recallsOf(ending, { list: 'endings', at, translations })),
]

interface Shown {
  readonly list: 'questions' | 'endings'
  readonly at: number
  readonly translations: NonNullable<Form['translations']>
}

const recallsOf = (
  owner: Question | Ending,
  { list, at, translations }: Shown,
): readonly Recalled[] =>
  textsIn(owner, { key: `${list}.${owner.id}`, path: `${list}.${at}` }).flatMap(
    ({ key, path: source, text }) => {
      const where = { source, key, at: list === 'questions' ? at : undefined }
      return [
        ...recallsInText(text).map((one) => ({
          ...where,
          ...one,
          text,
          path: source,
          language: undefined,
        })),
        ...Object.entries(translations).flatMap(([language, texts]) => {
          const translated = (Object.hasOwn(texts, key) && texts[key]) || ''
          return recallsInText(translated).map((one) => ({
            ...where,
            ...one,
            text: translated,
            path: `translations.${language}.${key}`,
            language,
          }))
        }),
      ]
    },
  )

/** What a text recalls. */
export const recallsInText = (
  text: string,
): readonly { readonly name: string; readonly fallback: string | undefined }[] =>
  text.includes('{{')
    ? [...text.matchAll(/\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g)].map(([, name = '', fallback]) => ({
        name: name.trim(),
        fallback,
      }))
    : []

/** The questions whose answers a recall may show; undefined when it names nothing, `other` what is no question. */
export const recalledBy = (
  { questions, hidden = [], calculations = [] }: Form,
  name: string,
): readonly number[] | 'other' | undefined => {
  const named = name.replace(/^(hidden|calculation)\./, '$1:')
  if (named.startsWith('hidden:')) return hidden.includes(named.slice(7)) ? 'other' : undefined
  if (named.startsWith('calculation:'))
    return calculations.some(({ id }) => id === named.slice(12)) ? 'other' : undefined
  const key = name.replace(/^question[.:]/, '')
  const places = questions.flatMap((question, at) => {
    const owners = [question.id, ...(question.property ? [question.property] : [])]
    const names = owners.flatMap((owner) => [
      owner,
      ...partsOf(question).map((part) => `${owner}.${part}`),
    ])
    return names.includes(key) || propertiesOfKind(question.kind).includes(key) ? [at] : []
  })
  return places.length > 0 ? places : undefined
}
