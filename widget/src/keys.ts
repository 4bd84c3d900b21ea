import type { Question } from '@bantam/schema'
import { picksOf, type Pick } from './inputs/picks.ts'
import type { Speech } from './speech.ts'

/**
 * The draft that a key press stands for: a choice's letter, the number of a step. Undefined leaves the key to the
 * browser: written text, shortcuts and composition are never touched.
 */
export const draftByKey = (
  event: KeyboardEvent,
  asked: { readonly question: Question; readonly draft: unknown; readonly speech: Speech },
  steps: readonly Pick[] = [],
): unknown => {
  const { key } = event
  const { question, draft } = asked
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event)) return undefined
  const picks = [...picksOf(question, asked), ...steps]
  // Ten has two digits: a 0 after the 1.
  const ten = draft === 1 && key === '0' ? picks.find((pick) => pick.key === '10') : undefined
  return (ten ?? picks.find((pick) => pick.key === key.toUpperCase()))?.draft
}

/** Whether a key goes into a text. */
export const isWriting = ({ target, isComposing }: KeyboardEvent): boolean =>
  isComposing || (target instanceof Element && target.matches(writable))

const writable = 'textarea, select, input:not([type=radio], [type=checkbox])'

/**
 * What is typed into the form is no shortcut of the page: that sees neither which field it is for nor that it is one.
 * Leaving the form, closing what it stands in and everything with a modifier stay the page's too.
 */
export const isOwnKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && key !== 'Tab' && key !== 'Escape'
