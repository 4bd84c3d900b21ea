/** Languages that the widget's own words, such as "Continue", are in. */
const spoken = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt']

/** Those that are offered beside them; texts may be in any of them. */
const others =
  'bg cs da el et fi he hi hr hu id ko lt lv nb pt-BR ro ru sk sl sv th tr uk vi zh-Hans zh-Hant'.split(
    ' ',
  )

export const isSpoken = (tag: string): boolean => spoken.includes(tag.split('-')[0] ?? '')

/** A BCP 47 tag as people call the language; the tag itself where it has no name. */
export const languageName = (tag: string): string => {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

const names = new Intl.DisplayNames('en', { type: 'language' })

/** What a form may be written in or translated into, by name, without those that are taken. */
export const languageOptions = (
  taken: readonly string[],
): readonly { value: string; label: string }[] =>
  [...spoken, ...others]
    .filter((tag) => !taken.includes(tag))
    .map((tag) => ({ value: tag, label: languageName(tag) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'en'))

export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  /^(ar|fa|he|ur)\b/.test(tag) ? 'rtl' : 'ltr'
