const written = new WeakMap<object, string>()

/**
 * The JSON of a value that is never changed, written once: a lead and its submission hold the same score and the same
 * decision record, the largest parts of both.
 */
export const jsonOf = (value: object): string => {
  const known = written.get(value)
  if (known !== undefined) return known
  const text = JSON.stringify(value)
  written.set(value, text)
  return text
}
