import type { Form } from '@bantam/schema'
import { reworded, textsIn, type FormText } from './wording.ts'

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
  const say = (text: string, key: string) => (Object.hasOwn(texts, key) && texts[key]) || text
  return { ...form, ...reworded(spoken, { say }), language }
}

/** Every text of a form that people read, in the order of the form; empty ones say nothing and are left out. */
export const textsOf = ({ title, questions, consents = [], endings }: Form): readonly FormText[] =>
  textsIn({ title, questions, consents, endings }).filter(({ text }) => text.trim() !== '')
