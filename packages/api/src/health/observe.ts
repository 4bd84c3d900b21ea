import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { ApiEnv, Deps } from '../deps.ts'

/** Gives each request its id, and afterwards one line in the log and one observation: never a path, a query or a body. */
export const observe =
  ({ log, metrics, newId }: Pick<Deps, 'log' | 'metrics' | 'newId'>): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const start = performance.now()
    const requestId = newId()
    c.set('requestId', requestId)
    // Set ahead of the answer: afterwards it would cost a copy of the response.
    c.header('x-request-id', requestId)
    await next()
    const ms = performance.now() - start
    const pattern = routePath(c, -1)
    const route = pattern.endsWith('*') ? 'unmatched' : pattern
    const { method } = c.req
    const { status } = c.res
    metrics.request({ method, route, status, seconds: ms / 1000 })
    // A line per request is for those who look for something; what fails is told where it fails.
    log.debug({ method, route, status, ms: Math.round(ms * 10) / 10, requestId }, 'request')
  }
