import type { AnswerValue, Question } from '@bantam/schema'
import { DAY, dayOf } from '../sla/civil.ts'
import { displayOf, type Say } from './display.ts'

/**
 * An accepted answer for texts that visitors read: days and numbers as their language writes them, anything else as
 * `displayOf` says it.
 */
export const spokenOf = (
  question: Question,
  value: AnswerValue | null | undefined,
  { language, say }: { readonly language: string; readonly say?: Say },
): string => {
  const { kind } = question
  const isDay = kind === 'date' && typeof value === 'string'
  const isFigure = kind === 'number' && typeof value === 'number'
  return displayOf(question, isDay || isFigure ? writtenIn(language, value) : value, say)
}

/**
 * A day (YYYY-MM-DD) or a number as a language (BCP 47) writes it. Thousands are set apart from 10,000 on, so that a
 * year stays one. A form may name a language that is none: then as in English, on every machine.
 */
export const writtenIn = (language: string, value: string | number): string => {
  const locale = isTag(language) ? language : 'en'
  return typeof value === 'number'
    ? value.toLocaleString(locale, { maximumFractionDigits: 20, useGrouping: 'min2' })
    : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        dayOf(value) * DAY,
      )
}

const isTag = (language: string): boolean => {
  try {
    return !!new Intl.Locale(language)
  } catch {
    return false
  }
}
