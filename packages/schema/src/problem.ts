/** Every coded error of the outside and its HTTP status. The code is stable; the words may improve. */
export const problems = {
  'not-json': 400,
  'wrong-shape': 400,
  'too-deep': 400,
  'forbidden-key': 400,
  'missing-idempotency-key': 400,
  'invalid-idempotency-key': 400,
  'invalid-cursor': 400,
  unauthenticated: 401,
  'wrong-credentials': 401,
  forbidden: 403,
  'origin-not-allowed': 403,
  'cross-site': 403,
  'set-up-token-required': 403,
  'not-found': 404,
  'stale-revision': 409,
  'already-submitted': 409,
  'already-claimed': 409,
  'already-decided': 409,
  'already-member': 409,
  'only-submission': 409,
  'already-set-up': 409,
  'slug-taken': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'forbidden-text': 422,
  'invalid-answers': 422,
  'unknown-version': 422,
  'unknown-conversation': 422,
  'idempotency-mismatch': 422,
  'proof-required': 422,
  'proof-invalid': 422,
  'invalid-document': 422,
  'unsafe-url': 422,
  'rate-limited': 429,
  internal: 500,
  unavailable: 503,
} as const
export type ProblemCode = keyof typeof problems

/** One place of a refused input. `path` is dotted: `answers.email`, `questions.3.title`. */
export interface ProblemDetail {
  readonly path: string
  readonly code: string
  readonly message: string
  /** The part of an answer that is meant, where its question asks for several. */
  readonly part?: string
}
