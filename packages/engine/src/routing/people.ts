/** Someone who may own leads. `open` counts the leads they own and have not settled. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly isActive: boolean
  readonly open: number
  /** Epoch milliseconds, `to` not included. */
  readonly absences: readonly { readonly from: number; readonly to: number }[]
}

export const isAbsent = ({ absences }: Person, now: number): boolean =>
  absences.some(({ from, to }) => from <= now && now < to)

export const canWork = (person: Person, now: number): boolean =>
  person.isActive && !isAbsent(person, now)

/** Far above what the others carry: more than the mean and two standard deviations, and at least five. */
export const isOverloaded = ({ open }: Person, among: readonly Person[]): boolean => {
  const mean = among.reduce((sum, one) => sum + one.open, 0) / among.length
  const variance = among.reduce((sum, one) => sum + (one.open - mean) ** 2, 0) / among.length
  return open >= 5 && open > mean + 2 * Math.sqrt(variance)
}
