import { problems, type ProblemCode, type ProblemDetail } from '@bantam/schema'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ZodError } from 'zod'
import type { ApiEnv, Log } from './deps.ts'

/** A refusal that the caller is told about: `code` decides the status, the message is the `detail` in words. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly errors: readonly ProblemDetail[]
  /** Whole seconds for the Retry-After header. */
  readonly retryAfter: number | undefined

  constructor(code: ProblemCode, detail: string, more: ProblemExtras = {}) {
    super(detail, { cause: more.cause })
    this.code = code
    this.errors = more.errors ?? []
    this.retryAfter = more.retryAfter
  }
}
export interface ProblemExtras {
  readonly errors?: readonly ProblemDetail[]
  readonly retryAfter?: number
  /** For the log only. */
  readonly cause?: unknown
}

/** One 404 for what does not exist and for what belongs to another workspace: nobody can tell them apart. */
export const notFound = (what: string): Problem =>
  new Problem('not-found', `There is no such ${what} here. Check the id in the address.`)

/** Every place where `error` found the input wanting, under `prefix` when the input is a part of the body. */
export const detailsOf = (error: ZodError, prefix: readonly PropertyKey[] = []): ProblemDetail[] =>
  error.issues.map((issue) => ({
    path: [...prefix, ...issue.path].map(String).join('.'),
    code: issue.code.replaceAll('_', '-'),
    message: issue.message,
  }))

/** The one edge from a thrown value to an answer; what has no code of its own is a 500 that leaks nothing. */
export const answerError =
  (log: Log) =>
  (error: unknown, c: Context<ApiEnv>): Response => {
    const problem = problemOf(error)
    if (problem.code === 'internal' || problem.code === 'unavailable')
      log.error({ ...traceOf(error), requestId: c.get('requestId') }, 'a request failed')
    return answerProblem(c, problem)
  }

/** Where it failed, without its message: a database's message may quote what a visitor typed. */
export const traceOf = (error: unknown): object => {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '))
  const cause = error.cause instanceof Error ? { cause: traceOf(error.cause) } : {}
  return { error: error.name, ...('code' in error && { code: error.code }), frames, ...cause }
}

export const answerProblem = (c: Context<ApiEnv>, problem: Problem): Response => {
  const { code, message, errors, retryAfter } = problem
  const status: ContentfulStatusCode = problems[code]
  const body = {
    type: `urn:bantam:problem:${code}`,
    title: titles[code],
    status,
    code,
    detail: message,
    errors,
    requestId: c.get('requestId'),
  }
  const wait = retryAfter ?? waits[code]
  if (wait !== undefined) c.header('Retry-After', String(wait))
  if (code === 'unauthenticated') c.header('WWW-Authenticate', 'Bearer realm="bantam"')
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
}

/** Hook of the routes' validators: a path parameter that cannot be an id names nothing; the rest is a wrong shape. */
export const refuseInvalid = (
  result: { success: true } | { success: false; target: string; error: ZodError },
): undefined => {
  if (result.success) return undefined
  if (result.target === 'param') throw notFound('resource')
  const errors = detailsOf(result.error, result.target === 'query' ? ['query'] : [])
  throw new Problem('wrong-shape', wordsFor(errors), { errors })
}

export const wordsFor = (errors: readonly ProblemDetail[]): string => {
  const [first] = errors
  if (first === undefined) return 'The request does not have the expected shape.'
  const rest = errors.length > 1 ? ` (and ${errors.length - 1} more, see errors)` : ''
  return `${first.path === '' ? 'The body' : `"${first.path}"`}: ${first.message}${rest}`
}

const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException) return ofStatus[error.status] ?? unexpected
  if (!(error instanceof Error)) return unexpected
  if (refusals.has(error.name)) return busy(error)
  const code = 'code' in error ? storageCode(error.code) : undefined
  return code === undefined ? unexpected : new Problem(code, error.message)
}

/** Errors by which storage and intake say "not now", by name: at run time the API knows neither of them. */
const refusals: ReadonlySet<string> = new Set(['StorageUnavailable', 'IntakeFull'])
const busy = (error: Error): Problem => {
  const retryAfter = 'retryAfter' in error ? Number(error.retryAfter) : 1
  return new Problem(
    'unavailable',
    `The server cannot take this now and kept nothing of it. Try again in ${retryAfter} s.`,
    { retryAfter },
  )
}

/** The codes that storage's errors carry; its messages are written for the caller. Anything else stays inside. */
const storageCodes = [
  'stale-revision',
  'slug-taken',
  'already-claimed',
  'already-decided',
  'already-submitted',
  'invalid-cursor',
] as const satisfies readonly ProblemCode[]
const storageCode = (code: unknown) => storageCodes.find((known) => known === code)

const unexpected = new Problem(
  'internal',
  'Something went wrong on our side. Nothing was saved; try again, and quote the requestId if it stays.',
)

const ofStatus: { readonly [status: number]: Problem } = {
  400: new Problem('not-json', 'The body is not valid JSON.'),
  415: new Problem(
    'unsupported-media-type',
    'Send the body as JSON with the header Content-Type: application/json.',
  ),
}

const waits: { readonly [C in ProblemCode]?: number } = { 'rate-limited': 60, unavailable: 1 }

const titles: { readonly [C in ProblemCode]: string } = {
  'not-json': 'Not JSON',
  'wrong-shape': 'Wrong shape',
  'too-deep': 'Nested too deep',
  'forbidden-key': 'Forbidden key',
  'missing-idempotency-key': 'Idempotency-Key missing',
  'invalid-idempotency-key': 'Idempotency-Key invalid',
  'invalid-cursor': 'Cursor invalid',
  unauthenticated: 'Not signed in',
  'wrong-credentials': 'Wrong email or password',
  forbidden: 'Not allowed',
  'origin-not-allowed': 'Origin not allowed',
  'cross-site': 'Cross-site request refused',
  'set-up-token-required': 'Set-up token required',
  'not-found': 'Not found',
  'stale-revision': 'Changed meanwhile',
  'already-submitted': 'Already submitted',
  'already-claimed': 'Already claimed',
  'already-decided': 'Already decided',
  'already-member': 'Already a member',
  'only-submission': 'Nothing to separate',
  'already-set-up': 'Already set up',
  'slug-taken': 'Address taken',
  'too-large': 'Too large',
  'unsupported-media-type': 'Unsupported media type',
  'forbidden-text': 'Forbidden text',
  'invalid-answers': 'Answers refused',
  'unknown-version': 'Unknown version',
  'unknown-conversation': 'Unknown conversation',
  'idempotency-mismatch': 'Idempotency-Key used for another body',
  'proof-required': 'Proof of work required',
  'proof-invalid': 'Proof of work refused',
  'invalid-document': 'Document refused',
  'unsafe-url': 'Unsafe address',
  'rate-limited': 'Too many requests',
  internal: 'Internal error',
  unavailable: 'Overloaded',
}
