/** What is wrong with a name that texts recall and addresses carry, in words; undefined when nothing is. */
export const complainOfName = (name: string, taken: readonly string[]): string | undefined => {
  if (name === '') return 'Write a name.'
  if (!/^[\w.-]{1,100}$/.test(name))
    return 'Only letters without accents, digits, “-”, “_” and “.”.'
  return taken.includes(name) ? 'This name is taken.' : undefined
}
