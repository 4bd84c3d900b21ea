import type { Form } from '@bantam/schema'

/**
 * The form with its texts in another of its languages; a text that is not translated stays as it is, and a language
 * that the form does not have gives the form itself. Keys of `translations` name a text by the ids that lead to it:
 * `title`, `questions.ID.title`, `questions.ID.choices.ID.label`, `endings.ID.body`, `consents.PURPOSE.text`.
 */
export const inLanguage = (form: Form, language: string): Form => {
  const { translations = {}, title, questions, consents, endings } = form
  const texts = Object.hasOwn(translations, language) ? translations[language] : undefined
  if (!texts) return form
  const spoken = { title, questions, endings, ...(consents && { consents }) }
  return { ...form, ...worded(spoken, { path: '', texts }), language }
}

interface Place {
  readonly path: string
  readonly texts: Readonly<Record<string, string>>
}

/** What has the same shape and says the same in other words. */
const worded = <T>(node: T, { path, texts }: Place): T => {
  if (typeof node === 'string')
    return ((wording.test(path) && Object.hasOwn(texts, path) && texts[path]) || node) as T & string
  if (typeof node !== 'object' || node === null) return node
  const inside = (name: string, part: unknown) =>
    worded(part, { path: path ? `${path}.${name}` : name, texts })
  if (Array.isArray(node))
    return node.map((one, at) => inside(Object(one).id ?? Object(one).purpose ?? at, one)) as T
  return Object.fromEntries(
    Object.entries(node).map(([name, part]) => [name, inside(name, part)]),
  ) as T
}

/** What is read by people; ids, kinds, conditions and addresses are the same in every language. */
const wording =
  /(^|\.)(title|help|why|label|alt|placeholder|unit|button|low|high|patternHint|body|text)$/
