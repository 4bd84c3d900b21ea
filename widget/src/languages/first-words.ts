import type { FirstWords } from '../speech.ts'
import { language as ar } from './ar.ts'
import { language as de } from './de.ts'
import { language as es } from './es.ts'
import { language as fr } from './fr.ts'
import { language as it } from './it.ts'
import { language as ja } from './ja.ts'
import { language as nl } from './nl.ts'
import { language as pl } from './pl.ts'
import { language as pt } from './pt.ts'

const languages: { readonly [code: string]: { readonly words: FirstWords } } = {
  ar,
  de,
  es,
  fr,
  it,
  ja,
  nl,
  pl,
  pt,
}

/**
 * What the widget says around a first question, for a server to send with a form: so it is there at the first paint.
 * Undefined where the widget's own English is meant.
 */
export const firstWordsOf = (tag: string): FirstWords | undefined => {
  const [code = ''] = tag.toLowerCase().split('-')
  return Object.hasOwn(languages, code) ? languages[code]?.words : undefined
}
