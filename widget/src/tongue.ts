import { languageAmong } from '@bantam/engine/language-among'
import type { Form } from '@bantam/schema'
import type { Published } from './place.ts'
import { english, sayIn, type Speech } from './speech.ts'

/** A form as a visitor begins to read it. */
export interface Tongue {
  /** The one of the form's languages that it is read in. */
  readonly language: string
  /** No more of it than its beginning need be in that language yet. */
  readonly definition: Form
  /** What the widget says around the first question; undefined when that has to come first. */
  readonly speech: Speech | undefined
  /** All that it says, when that is not at hand. */
  readonly arriving: Promise<Speech | undefined> | undefined
}

/**
 * Chooses the language: the one the page `asked` for, else the form's that suits the browser, else the page, else the
 * form's own. Where the form does not have what is asked for, at least the widget's own words are in it.
 */
export const tongueOf = ({ definition, languages = {} }: Published, asked?: string): Tongue => {
  const wanted = asked ? [asked] : [...navigator.languages, document.documentElement.lang]
  const language = languageAmong(Object.keys(languages), wanted) ?? definition.language
  const code = asked && baseOf(asked) !== baseOf(language) ? asked : language
  const { words, question } = languages[language] ?? {}
  const own = words ? sayIn(code, words) : english
  const speech = code === language ? own : baseOf(code) === 'en' ? english : undefined
  return {
    language,
    definition: { ...definition, language, ...(question && { questions: [question] }) },
    speech,
    arriving: speech === english ? undefined : speechIn(code),
  }
}

const baseOf = (tag: string) => tag.slice(0, 2).toLowerCase()

/**
 * All that the widget says in the language of a BCP 47 tag; undefined when it does not speak it. Never rejects: without
 * its words the widget goes on in English.
 */
export const speechIn = (tag: string): Promise<Speech | undefined> =>
  import('./languages/speak.ts')
    .then(({ speak }) => speak(tag))
    .then((language) => language && { ...language, ...sayIn(tag, language.words) })
    .catch(() => undefined)
