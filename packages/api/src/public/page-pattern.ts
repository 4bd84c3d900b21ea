/**
 * Whether an address is one that a pattern names. `*` stands for anything; a pattern that begins with `/` is a path on
 * any host, every other the whole address. Query and fragment do not count, nor does a slash at the end or the case.
 */
export const isPage = (pattern: string, address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { origin, pathname } = new URL(address)
  const subject = pattern.startsWith('/') ? pathname : `${origin}${pathname}`
  return covers(plain(pattern).split('*'), plain(subject))
}

const plain = (text: string) => text.toLowerCase().replace(/(.)\/$/, '$1')

/** The parts in their order, the first at the start and the last at the end; never goes back in the text. */
const covers = ([first = '', ...rest]: readonly string[], text: string): boolean => {
  const last = rest.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}
