/**
 * Puts earlier answers into a text: `{{name|fallback}}`, where a name that holds nothing gives the
 * fallback. Replaced once and never read again, so an answer cannot recall anything itself.
 */
export const recall = (text: string, lookup: (name: string) => string | undefined): string =>
  text.replace(
    /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g,
    (_, name: string, fallback = '') => lookup(name.trim()) || fallback,
  )
