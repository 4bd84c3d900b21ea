import type { QuestionOf } from '@bantam/schema'
import { accepted, empty, refused, withPart, type Reading } from './reading.ts'

/** Reads `{ rowId: choiceId }`; a row without a choice is left out, and a required matrix has none of those. */
export const readMatrix = (question: QuestionOf<'matrix'>, raw: unknown): Reading => {
  const { rows, choices, required } = question
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return refused('not-an-answer')
  const given = new Map(Object.entries(raw).filter(([, value]) => value !== null && value !== ''))
  for (const [row, choice] of given) {
    if (rows.every(({ id }) => id !== row)) return refused('unknown-row')
    if (choices.every(({ id }) => id !== choice)) return refused('unknown-choice')
  }
  if (!given.size) return empty
  const open = required ? rows.find(({ id }) => !given.has(id)) : undefined
  if (open) return withPart(open.id, refused('incomplete', open.label))
  return accepted(
    Object.fromEntries(rows.flatMap(({ id }) => (given.has(id) ? [[id, given.get(id)]] : []))),
  )
}
