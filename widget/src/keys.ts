import type { Question } from '@bantam/schema'
import { picksOf } from './inputs/picks.ts'

/**
 * The draft that a key press stands for: a choice's letter, the number of a step. Undefined leaves the key to the
 * browser: written text, shortcuts and composition are never touched.
 */
export const draftByKey = (
  event: KeyboardEvent,
  { question, draft }: { question: Question; draft: unknown },
): unknown => {
  const { target, key } = event
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined
  if (target instanceof Element && target.matches(writable)) return undefined
  const picks = picksOf(question, draft)
  // Ten has two digits: a 0 after the 1.
  const ten = draft === 1 && key === '0' ? picks.find((pick) => pick.key === '10') : undefined
  return (ten ?? picks.find((pick) => pick.key === key.toUpperCase()))?.draft
}

const writable = 'textarea, select, input:not([type=radio], [type=checkbox])'
