/** Larger files are not sent; the server takes no more. */
export const mostBytes = 4 * 1024 * 1024

/** A file or a pasted text as JSON, or in words why it is none. */
export type Definition =
  | { readonly kind: 'read'; readonly document: unknown }
  | { readonly kind: 'refused'; readonly title: string; readonly text: string }

/** Reads what somebody chose or pasted; `name` is what the refusal calls it. */
export const readText = (text: string, name: string): Definition => {
  if (text.trim() === '') return refused(`${name} is empty`, 'Choose the file that holds the form.')
  if (new Blob([text]).size > mostBytes)
    return refused(
      `${name} is too large`,
      'At most 4 MB are read. Is it the definition of one form?',
    )
  try {
    return { kind: 'read', document: JSON.parse(text) as unknown }
  } catch (error) {
    return refused(
      `${name} is not JSON`,
      `Export the form as JSON and choose that file. ${error instanceof Error ? `${error.message}.` : ''}`,
    )
  }
}

const refused = (title: string, text: string): Definition => ({ kind: 'refused', title, text })
