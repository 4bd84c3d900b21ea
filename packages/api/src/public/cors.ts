import type { MiddlewareHandler } from 'hono'
import type { ApiEnv, Deps } from '../deps.ts'
import { Problem } from '../problems.ts'

/**
 * Visitors come from other people's websites: no credentials, and only the origins that the form lists.
 * A form without a list is open; a request without an Origin header is no browser's and passes.
 */
export const visitorCors = (
  deps: Pick<Deps, 'directory' | 'baseUrl'>,
): MiddlewareHandler<ApiEnv> => {
  const own = new URL(deps.baseUrl).origin
  return async (c, next) => {
    const origin = c.req.header('Origin')
    const formId = /\/forms\/([^/]+)/.exec(c.req.path)?.[1]
    if (origin && origin !== own && formId) {
      const form = await deps.directory.form(decodeURIComponent(formId))
      const allowed = form?.record.origins ?? []
      if (allowed.length > 0) c.header('Vary', 'Origin')
      if (allowed.length > 0 && !allowed.includes(origin))
        throw new Problem(
          'origin-not-allowed',
          `Pages of ${origin.slice(0, 200)} may not use this form. Add the origin to the form's list.`,
        )
    }
    // Named before the answer is made: a header added to a finished one makes it anew.
    c.header('Access-Control-Allow-Origin', '*')
    c.header('Access-Control-Expose-Headers', 'Retry-After,ETag,Bantam-Answers')
    if (c.req.method !== 'OPTIONS') return next()
    for (const [name, value] of preflight) c.header(name, value)
    return c.body(null, 204)
  }
}

const preflight = [
  ['Access-Control-Allow-Methods', 'GET,POST,PUT'],
  ['Access-Control-Allow-Headers', 'Content-Type,Idempotency-Key,If-None-Match,Bantam-Proof'],
  ['Access-Control-Max-Age', '7200'],
] as const
