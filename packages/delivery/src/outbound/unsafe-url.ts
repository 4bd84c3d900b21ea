/** An outbound request was refused before anything was sent; the message tells no more than its owner may know. */
export class UnsafeUrl extends Error {
  override readonly name = 'UnsafeUrl'
  readonly code = 'unsafe-url'
}

/** A request that got no answer; the message is plain words fit for a delivery log. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  readonly code = 'no-answer'
}
