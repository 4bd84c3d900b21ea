import { Role } from '@bantam/schema'
import type { MiddlewareHandler } from 'hono'
import { documentLimit, publicLimit, readJsonText } from '../body.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import { identify } from './identify.ts'
import { checkSameSite } from './same-site.ts'

/** Every role: what any member of the workspace may do. */
export const everyone: readonly Role[] = Role.options

/** What a route declares of its access: the guard that runs, and the same roles for the document and the tests. */
export interface Access {
  readonly middleware: MiddlewareHandler<ApiEnv>[]
  readonly 'x-roles': readonly Role[] | 'anyone'
}

/** The two declarations of access; each route spreads one of them, and a test refuses a route that spreads none. */
export const guards = (deps: Deps): { requires: Requires; open: () => Access } => ({
  requires: (...roles) => ({
    middleware: [guard(deps, roles), body(documentLimit)],
    'x-roles': roles,
  }),
  open: () => ({ middleware: [ownPages(deps), body(publicLimit)], 'x-roles': 'anyone' }),
})
type Requires = (...roles: readonly Role[]) => Access

const guard =
  (deps: Deps, roles: readonly Role[]): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const identity = await identify(deps, c)
    if (identity === undefined)
      throw new Problem(
        'unauthenticated',
        'Sign in, or send an API key as Authorization: Bearer KEY.',
      )
    if (identity.via === 'session' && isWrite(c.req.method))
      checkSameSite(c, { baseUrl: deps.baseUrl, demand: 'proof' })
    const { role } = identity.actor
    if (!roles.includes(role))
      throw new Problem(
        'forbidden',
        `The role ${role} may not do this; it takes ${roles.join(' or ')}.`,
      )
    c.set('actor', identity.actor)
    c.header('Cache-Control', 'no-store')
    await next()
  }

const ownPages =
  ({ baseUrl }: Deps): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    if (isWrite(c.req.method)) checkSameSite(c, { baseUrl, demand: 'no-sign' })
    await next()
  }

/** Reads a write's body by our own rules, then puts a request in its place that the route's validator can read again. */
const body =
  (limit: number): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    if (isWrite(c.req.method) && hasBody(c.req.raw.headers)) {
      const { text } = await readJsonText(c, { limit })
      const { url, method, headers, signal } = c.req.raw
      c.req.raw = new Request(url, { method, headers, signal, body: text })
    }
    await next()
  }

/** By what was announced: the server makes a stream for a write that has none. */
const hasBody = (headers: Headers) =>
  headers.has('transfer-encoding') || Number(headers.get('content-length') ?? 0) > 0

const isWrite = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method)
