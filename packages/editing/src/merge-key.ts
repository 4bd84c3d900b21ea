import type { Edit, EditType } from './edit.ts'

/**
 * Consecutive edits with the same key are one step back: the letters of a word are undone together.
 * Undefined for edits that stand alone.
 */
export const mergeKeyOf = <T extends EditType>(edit: Edit<T>): string | undefined => {
  const names = typed[edit.type]?.(edit)
  return names && JSON.stringify([edit.type, ...names])
}

/** What is typed letter by letter, and what names its place. */
const typed: { readonly [T in EditType]?: (edit: Edit<T>) => readonly string[] | undefined } = {
  setForm: ({ field, value }) => (isTyped(field, value) ? [field] : undefined),
  setTheme: ({ name, value }) => (isTyped(name, value) ? [name] : undefined),
  setTranslation: ({ language, key }) => [language, key],
  setCalculation: ({ id, field, value }) =>
    field === 'steps' || isTyped(field, value) ? [id, field] : undefined,
  setConsent: ({ purpose, field }) => [purpose, field],
  setQuestion: ({ id, field, value }) => (isTyped(field, value) ? [id, field] : undefined),
  setShowIf: ({ id }) => [id],
  setJump: ({ id, at }) => [id, `${at}`],
  setChoiceLabel: ({ id, choice }) => [id, choice],
  setChoiceImage: ({ id, choice }) => [id, choice],
  setChoiceAlt: ({ id, choice }) => [id, choice],
  setRowLabel: ({ id, row }) => [id, row],
  setEnding: ({ id, field, value }) => (isTyped(field, value) ? [id, field] : undefined),
}

const picked = new Set([
  'language',
  'touchpoint',
  'type',
  'bant',
  'sensitivity',
  'ask',
  'kind',
  'for',
  'validation.country',
  'steps',
  'from',
  'to',
])

const isTyped = (field: string, value: unknown): boolean =>
  !picked.has(field) &&
  (value === undefined || typeof value === 'string' || typeof value === 'number')
