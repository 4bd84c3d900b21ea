import { textsOf } from '@bantam/engine'
import type { Form, Question } from '@bantam/schema'
import { plainTitle } from '../form/name.ts'

/** One text to translate, with what it is. */
export interface Translatable {
  readonly key: string
  readonly text: string
  /** Such as "Question" or "Choice 2". */
  readonly what: string
}

export interface Group {
  /** Of the form's translations, `questions.ID` or `endings.ID`; `form` for the rest. */
  readonly id: string
  readonly title: string
  readonly texts: readonly Translatable[]
}

/** The texts of a form, question by question. */
export const groupsOf = (form: Form): readonly Group[] => {
  const owners = ownersOf(form)
  const groups: { owner: Owner; texts: Translatable[] }[] = []
  for (const { key, text } of textsOf(form)) {
    // Texts come in the order of the form: most belong to the group of the one before.
    const last = groups.at(-1)
    const owner =
      last?.owner.id !== 'form' && last && key.startsWith(`${last.owner.id}.`)
        ? last.owner
        : (owners.find(({ id }) => key.startsWith(`${id}.`)) ?? ofForm)
    const own = { key, text, what: whatOf(owner, key) }
    const group = last?.owner === owner ? last : groups.find((each) => each.owner === owner)
    if (group) group.texts.push(own)
    else groups.push({ owner, texts: [own] })
  }
  return groups.map(({ owner: { id, title }, texts }) => ({ id, title, texts }))
}

/** How many texts a language lacks, of how many. */
export const missingIn = (form: Form, language: string): { missing: number; of: number } => {
  const said = form.translations?.[language] ?? {}
  const texts = textsOf(form)
  return { missing: texts.filter(({ key }) => !said[key]?.trim()).length, of: texts.length }
}

/** Whom a text belongs to; ids may hold dots, so it is looked for and not cut out of the key. */
interface Owner {
  readonly id: string
  readonly title: string
  readonly question?: Question
}

const ofForm: Owner = { id: 'form', title: 'The form' }

const ownersOf = ({ questions, endings }: Form): readonly Owner[] => [
  ...questions.map((question, at) => ({
    id: `questions.${question.id}`,
    title: `${at + 1}. ${plainTitle(question.title)}`,
    question,
  })),
  ...endings.map(({ id, title }) => ({
    id: `endings.${id}`,
    title: `Ending: ${plainTitle(title)}`,
  })),
]

const whatOf = ({ id, question }: Owner, key: string): string => {
  const inside = id === 'form' ? key : key.slice(id.length + 1)
  for (const [list, word] of lists) {
    const items: readonly { id: string }[] =
      (list === 'rows' && question && 'rows' in question && question.rows) ||
      (list === 'choices' && question && 'choices' in question && question.choices) ||
      []
    const at = items.findIndex((item) => inside.startsWith(`${list}.${item.id}.`))
    if (at >= 0) return inside.endsWith('.alt') ? `Picture ${at + 1} in words` : `${word} ${at + 1}`
  }
  if (inside.startsWith('consents.')) return 'Consent text'
  if (id === 'form' || id.startsWith('endings.')) return inside === 'body' ? 'Text' : 'Title'
  return words[inside] ?? 'Text'
}

const lists = [
  ['choices', 'Choice'],
  ['rows', 'Row'],
] as const

const words: { readonly [inside: string]: string } = {
  title: 'Question',
  help: 'Help',
  why: 'Why we ask',
  placeholder: 'Placeholder',
  unit: 'Unit',
  button: 'Button',
  'section.title': 'Section',
  'section.help': 'Help of the section',
  'labels.low': 'Low end',
  'labels.high': 'High end',
  'validation.patternHint': 'Hint of the pattern',
}
