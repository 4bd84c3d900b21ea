/** Whether the long form was asked for: `npm run faults`. */
export const isLong = process.env['FAULTS'] === 'long'

/** Tells whoever watches what was counted. */
export const report = (title: string, counted: object): void => {
  const words = Object.entries(counted).map(([name, value]) => `${name} ${String(value)}`)
  process.stdout.write(`${title}: ${words.join(', ')}\n`)
}

/** Fewer than `share` of `values` are smaller. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
