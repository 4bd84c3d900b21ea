import type { QuestionOf } from '@bantam/schema'
import { accepted, empty, refused, type Reading } from './reading.ts'
import { readText } from './read-text.ts'

interface Choices {
  readonly choices: readonly { readonly id: string }[]
  readonly other?: boolean | undefined
}

/** Reads a choice by its id, or `{ other: text }` where the question offers it. */
export const readChoice = ({ choices, other }: Choices, raw: unknown): Reading => {
  if (raw === '') return empty
  if (typeof raw === 'string')
    return choices.some(({ id }) => id === raw) ? accepted(raw) : refused('unknown-choice')
  if (typeof raw !== 'object' || raw === null || !('other' in raw) || Object.keys(raw).length > 1)
    return refused('not-an-answer')
  if (!other) return refused('unknown-choice')
  const reading = readText(raw.other, { maxLength: 500 })
  return reading.kind === 'accepted' ? accepted({ other: String(reading.value) }) : reading
}

/** Reads a list of choices, each at most once, the free text included. */
export const readChoices = (
  question: Choices & Pick<QuestionOf<'multiple-choice'>, 'validation'>,
  raw: unknown,
): Reading => {
  if (!Array.isArray(raw)) return refused('not-an-answer')
  const picked: (string | { other: string })[] = []
  const seen = new Set<string>()
  for (const one of raw.slice(0, 501)) {
    const reading = readChoice(question, one)
    if (reading.kind === 'refused') return reading
    if (reading.kind === 'empty') continue
    const value = reading.value as string | { other: string }
    const key = typeof value === 'string' ? `=${value}` : 'other'
    if (seen.has(key)) return refused('duplicate-choice')
    seen.add(key)
    picked.push(value)
  }
  const { min = 0, max = Infinity } = question.validation ?? {}
  if (!picked.length) return empty
  if (picked.length < min) return refused('too-few', min)
  return picked.length > max ? refused('too-many', max) : accepted(picked)
}

/**
 * Reads choices in order, best first, each once: all of them, unless the validation says how many.
 */
export const readRanking = (question: QuestionOf<'ranking'>, raw: unknown): Reading => {
  const { choices, validation = {} } = question
  const isPartial = validation.min !== undefined || validation.max !== undefined
  const min = validation.min ?? (isPartial ? 1 : choices.length)
  return readChoices({ choices, validation: { ...validation, min } }, raw)
}
