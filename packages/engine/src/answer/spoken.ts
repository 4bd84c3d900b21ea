import type { AnswerValue, Question } from '@bantam/schema'
import { displayOf, type Say } from './display.ts'

/**
 * An accepted answer for texts that visitors read: days and numbers as their language writes them, anything else as
 * `displayOf` says it. Thousands are set apart from 10,000 on, so that a year stays one.
 */
export const spokenOf = (
  question: Question,
  value: AnswerValue | null | undefined,
  { language, say }: { readonly language: string; readonly say?: Say },
): string => {
  const { kind } = question
  const locale = localeOf(language)
  if (kind === 'date' && typeof value === 'string')
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      // oxlint-disable-next-line no-restricted-globals -- reads a day, no clock
      Date.parse(value),
    )
  const spoken =
    kind === 'number' && typeof value === 'number' ? value.toLocaleString(locale, figures) : value
  return displayOf(question, spoken, say)
}

const figures = { maximumFractionDigits: 20, useGrouping: 'min2' } as const

/** A form may name a language that is none; its answers are then written as this machine does. */
const localeOf = (language: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(language)[0]
  } catch {
    return undefined
  }
}
