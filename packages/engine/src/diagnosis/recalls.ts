import type { Form } from '@bantam/schema'
import { partsOf } from '../answer/parts.ts'
import { propertiesOfKind } from '../answer/filled.ts'

/** A place in a text where an answer is to appear: `{{name|fallback}}`. */
export interface Recalled {
  readonly name: string
  readonly fallback: string | undefined
  /** Dotted, of the text. */
  readonly path: string
  /** Place of the question that shows the text; undefined for an ending. */
  readonly at: number | undefined
}

/** Every recall in the texts of a form. */
export const recallsIn = ({ questions, endings }: Form): readonly Recalled[] => [
  ...questions.flatMap((question, at) => {
    const { title, help = '', why = '' } = question
    const labels = 'choices' in question ? question.choices.map(({ label }) => label) : []
    return [
      ...recallsOf(title, { path: `questions.${at}.title`, at }),
      ...recallsOf(help, { path: `questions.${at}.help`, at }),
      ...recallsOf(why, { path: `questions.${at}.why`, at }),
      ...labels.flatMap((label, index) =>
        recallsOf(label, { path: `questions.${at}.choices.${index}.label`, at }),
      ),
    ]
  }),
  ...endings.flatMap(({ title, body = '' }, at) => [
    ...recallsOf(title, { path: `endings.${at}.title`, at: undefined }),
    ...recallsOf(body, { path: `endings.${at}.body`, at: undefined }),
  ]),
]

const recallsOf = (text: string, where: Pick<Recalled, 'path' | 'at'>): readonly Recalled[] =>
  [...text.matchAll(/\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g)].map(([, name = '', fallback]) => ({
    name: name.trim(),
    fallback,
    ...where,
  }))

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
