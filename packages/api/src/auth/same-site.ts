import type { Context } from 'hono'
import type { ApiEnv } from '../deps.ts'
import { Problem } from '../problems.ts'

/** What a write must show: `proof` that our own page sent it, or merely no sign of the contrary. */
export type Demand = 'proof' | 'no-sign'

/**
 * Refuses a write that a foreign page may have sent with this browser's cookie. Browsers name the sender in `Origin` and
 * `Sec-Fetch-Site` and no page can forge either; SameSite alone lets sibling hosts pass. Throws 403 cross-site.
 */
export const checkSameSite = (
  c: Context<ApiEnv>,
  options: { baseUrl: string; demand: Demand },
): void => {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  if (origin !== undefined && !ownOrigins(options.baseUrl).includes(origin))
    throw new Problem(
      'cross-site',
      `The request came from ${JSON.stringify(origin.slice(0, 200))}, but this server is reached at ${options.baseUrl} (BASE_URL). Open that address and try again.`,
    )
  if (site !== undefined && site !== 'same-origin')
    throw new Problem(
      'cross-site',
      'The request came from another site. Open Bantam itself and try again.',
    )
  if (options.demand === 'proof' && origin === undefined && site === undefined)
    throw new Problem(
      'cross-site',
      'The request names no sender. Programs should use an API key (Authorization: Bearer) instead of a session cookie.',
    )
}

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

const ownOrigins = (baseUrl: string): readonly string[] => {
  const { origin, protocol, hostname, port } = new URL(baseUrl)
  if (!loopbackHosts.includes(hostname)) return [origin]
  return loopbackHosts.map(
    (host) => new URL(`${protocol}//${host}${port === '' ? '' : `:${port}`}`).origin,
  )
}
