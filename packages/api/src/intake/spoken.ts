import { compileForm, inLanguage } from '@bantam/engine'
import type { FormVersion } from './directory.ts'

type Spoken = Pick<FormVersion, 'definition' | 'compiled'>

const made = new WeakMap<FormVersion, Map<string, Spoken>>()

/** A form version in one of its languages, compiled once; as it is for a language that it does not have. */
export const spokenIn = (form: FormVersion, language: string): Spoken => {
  if (!Object.hasOwn(form.definition.translations ?? {}, language)) return form
  const languages = made.get(form) ?? new Map<string, Spoken>()
  made.set(form, languages)
  const known = languages.get(language)
  if (known) return known
  const definition = inLanguage(form.definition, language)
  const spoken = { definition, compiled: compileForm(definition) }
  languages.set(language, spoken)
  return spoken
}
