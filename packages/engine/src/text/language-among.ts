/**
 * The one of the languages `spoken` that suits `wanted`, BCP 47 tags, best first: the same tag, else one that shares its
 * primary language. Undefined when none does.
 */
export const languageAmong = (
  spoken: readonly string[],
  wanted: readonly string[],
): string | undefined => {
  const match = (tag: string) =>
    spoken.find((one) => one === tag) ?? spoken.find((one) => baseOf(one) === baseOf(tag))
  return wanted.map(match).find(Boolean)
}

const baseOf = (tag: string) => tag.slice(0, 2).toLowerCase()
