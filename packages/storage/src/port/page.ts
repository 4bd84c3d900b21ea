/** A page of a list, newest first; `next` is the cursor of the following page. */
export interface PageOf<T> {
  readonly items: readonly T[]
  readonly next: string | undefined
}

export interface PageRequest {
  readonly limit: number
  readonly cursor?: string | undefined
}
