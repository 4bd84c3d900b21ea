import type { Language } from '../speech.ts'

/** Languages that the widget speaks besides English, each in a chunk of its own. */
const languages: { readonly [code: string]: () => Promise<{ language: Language<'other'> }> } = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  it: () => import('./it.ts'),
  ja: () => import('./ja.ts'),
  nl: () => import('./nl.ts'),
  pl: () => import('./pl.ts'),
  pt: () => import('./pt.ts'),
}

/** All that the widget says in the language of a BCP 47 tag; undefined when it does not speak it. */
export const speak = async (tag: string): Promise<Language<'other'> | undefined> => {
  const [code = ''] = tag.toLowerCase().split('-')
  const chunk = Object.hasOwn(languages, code) ? await languages[code]?.() : undefined
  return chunk?.language
}
