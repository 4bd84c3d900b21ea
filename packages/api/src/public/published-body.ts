import { inLanguage, publicForm } from '@bantam/engine'
import type { Form } from '@bantam/schema'
import { encodedBody, type Encoded } from '../encoded.ts'
import type { FormVersion } from '../intake/directory.ts'

const made = new WeakMap<FormVersion, Encoded>()

/** What the widget says around a first question; undefined where it says it in English. */
export type WidgetWords = (language: string) => object | undefined

/** What browsers get for a form version; versions never change, so it is written and compressed once. */
export const publishedBody = (form: FormVersion, wordsOf: WidgetWords): Encoded => {
  const known = made.get(form)
  if (known) return known
  const { formId, version } = form
  const definition = publicForm(form.definition)
  const languages = beginnings(definition, wordsOf)
  const text = JSON.stringify({ formId, version, definition, ...(languages && { languages }) })
  const body = encodedBody(Buffer.from(text), 'application/json')
  made.set(form, body)
  return body
}

/** How a form begins in each of its languages, ready for the first paint; undefined when it is English alone. */
const beginnings = (form: Form, wordsOf: WidgetWords) => {
  const beginning = (language: string) => {
    const words = wordsOf(language)
    const [question] = language === form.language ? [] : inLanguage(form, language).questions
    return { ...(question && { question }), ...(words && { words }) }
  }
  const languages = [form.language, ...Object.keys(form.translations ?? {})]
  const found = languages.map((language) => [language, beginning(language)] as const)
  const isAlone = found.every(([, { question, words }]) => !question && !words)
  return isAlone ? undefined : Object.fromEntries(found)
}
