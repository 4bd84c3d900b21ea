/** A benchmark of the suite. */
export interface Part {
  /** What `npm run bench -- NAME` calls it by. */
  readonly name: string
  /** One line on how it measures. */
  readonly method: string
  run(): Promise<readonly Row[]>
}

/** One line of the table. */
export interface Row {
  readonly figure: string
  readonly measured: string
  readonly reference?: string
  /** Ours to the reference. */
  readonly ratio?: number
  readonly target?: string
  /** Absent where nothing was promised. */
  readonly isReached?: boolean
}

/** Milliseconds as people read them. */
export const ms = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`

/** The smallest value that `share` of the values do not exceed. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.ceil(share * values.length) - 1] ?? Number.NaN
