/** An error as it may be copied: its class does not travel, what the edge looks at does. */
export interface PlainError {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
  readonly cause: PlainError | undefined
  /** Its own plain properties, such as `code` and `retryAfter`. */
  readonly more: { readonly [name: string]: unknown }
}

export const plainError = (error: Error): PlainError => ({
  name: error.name,
  message: error.message,
  stack: error.stack,
  cause: error.cause instanceof Error ? plainError(error.cause) : undefined,
  more: Object.fromEntries(
    Object.entries(error).filter(([, value]) =>
      ['string', 'number', 'boolean'].includes(typeof value),
    ),
  ),
})

export const restoredError = ({ name, message, stack, cause, more }: PlainError): Error =>
  Object.assign(new Error(message, cause && { cause: restoredError(cause) }), {
    ...more,
    name,
    stack,
  })
