import type { Choice, Question } from '@bantam/schema'

/** What each edit says. A move or an addition names the neighbour it lands before; without one it goes to the end. */
interface Edits {
  setFormTitle: { title: string }
  setQuestionTitle: { id: string; title: string }
  setQuestionHelp: { id: string; help: string }
  setQuestionWhy: { id: string; why: string }
  setRequired: { id: string; isRequired: boolean }
  addQuestion: { question: Question; before?: string | undefined }
  removeQuestion: { id: string }
  moveQuestion: { id: string; before?: string | undefined }
  setChoiceLabel: { id: string; choice: string; label: string }
  addChoice: { id: string; choice: Choice; before?: string | undefined }
  removeChoice: { id: string; choice: string }
  moveChoice: { id: string; choice: string; before?: string | undefined }
  setEndingTitle: { id: string; title: string }
  setEndingBody: { id: string; body: string }
  setEndingUrl: { id: string; url: string }
}

export type EditType = keyof Edits

/**
 * Everything a person may do to a form, as data: it can be recorded, replayed and tested by value.
 * New ids travel inside the edit, so that applying it needs no source of chance.
 */
export type Edit<T extends EditType = EditType> = { [K in T]: { type: K } & Edits[K] }[T]

/**
 * Consecutive edits with the same key are one step back: the letters of a word are undone together.
 * Undefined for edits that stand alone.
 */
export const mergeKeyOf = (edit: Edit): string | undefined => {
  switch (edit.type) {
    case 'setFormTitle':
      return edit.type
    case 'setQuestionTitle':
    case 'setQuestionHelp':
    case 'setQuestionWhy':
    case 'setEndingTitle':
    case 'setEndingBody':
    case 'setEndingUrl':
      return `${edit.type} ${edit.id}`
    case 'setChoiceLabel':
      return `${edit.type} ${edit.id} ${edit.choice}`
    default:
      return undefined
  }
}
