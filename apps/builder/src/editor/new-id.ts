/**
 * A readable id for something new: the words of its label in kebab-case, numbered when taken. It is
 * chosen once and never follows the label afterwards.
 */
export const newId = (words: string, taken: readonly string[]): string => {
  const base =
    words
      .normalize('NFKD')
      .replaceAll(/\p{Mark}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z\d]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60) || 'item'
  if (!taken.includes(base)) return base
  let number = 2
  while (taken.includes(`${base}-${number}`)) number++
  return `${base}-${number}`
}
