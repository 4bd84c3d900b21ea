import type { Ending, Form, Lane } from '@bantam/schema'

/** The ending that a branch chose, else the one for the lane where one is known, else the default: the first for no lane. */
export const endingFor = (
  { endings }: Form,
  { ending, lane }: { readonly ending?: string | undefined; readonly lane?: Lane | undefined },
): Ending => {
  const found =
    endings.find(({ id }) => id === ending) ??
    (lane && endings.find((one) => one.for === lane)) ??
    endings.find((one) => one.for === undefined) ??
    endings[0]
  if (!found) throw new RangeError('a form has at least one ending')
  return found
}
