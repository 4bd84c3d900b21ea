/** Control characters, line and paragraph separators, lone surrogates, and what turns the direction of text. */
const unfit =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

/**
 * Text that may stand in a mail header: one line, nothing invisible that misleads, at most `limit` characters as a
 * reader counts them, shortened at a word where there is one.
 */
export const headerText = (text: string, limit = 120): string => {
  const line = text.replace(unfit, ' ').replace(/\s+/g, ' ').trim()
  const characters = [...new Intl.Segmenter('en').segment(line)].map((part) => part.segment)
  if (characters.length <= limit) return line
  const start = characters.slice(0, limit - 1).join('')
  const lastSpace = start.lastIndexOf(' ')
  return `${start.slice(0, lastSpace > start.length / 2 ? lastSpace : undefined)}…`
}
