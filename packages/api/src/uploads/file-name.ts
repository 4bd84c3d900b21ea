const mostCharacters = 100
/** What texts are called; any other text becomes a `.txt`. */
const textual: ReadonlySet<string> = new Set(['txt', 'csv', 'tsv', 'md', 'log'])
/** Names that Windows takes for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * The name under which a file is kept and given out again: no path, nothing that is invisible or means something to a
 * shell, and the extension that its bytes call for, whatever was declared.
 */
export const fileName = (declared: string, extension: string | undefined): string => {
  const written = declared.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = written.replaceAll(/[\p{C}\p{Zl}\p{Zp}"'*:<>?|%;`$&{}]/gu, '')
  const [, stem = clean, last = ''] = /^(.*)\.([^.]*)$/su.exec(clean) ?? []
  const kept = [...stem]
    .slice(0, mostCharacters)
    .join('')
    .replaceAll(/^[\s.-]+|[\s.]+$/g, '')
  const name = kept === '' ? 'upload' : reserved.test(kept) ? `${kept}_` : kept
  const own = last.toLowerCase()
  return `${name}.${extension ?? (textual.has(own) ? own : 'txt')}`
}

/** Content-Disposition of a download: the plain name for old browsers, the whole one for all others (RFC 6266, RFC 8187). */
export const attachment = (name: string): string => {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
