import { allowListOf } from './allow-list.ts'
import { readUrl, type UrlCheck } from './check-url.ts'
import { send, type Deadlines, type OutboundReply, type OutboundRequest } from './send.ts'
import { UnsafeUrl } from './unsafe-url.ts'
import { resolveBySystem, type Resolve } from './vetted-lookup.ts'

export interface OutboundGuard {
  /**
   * One POST to an address that a stranger typed. Resolves with whatever status came, redirects included: none is
   * followed. Rejects with `UnsafeUrl` when the address may not be reached and with `NoAnswer` when nothing came.
   */
  post(url: string, request: OutboundRequest): Promise<OutboundReply>
  /** What `post` would refuse without asking the name service. */
  check(url: string): UrlCheck
}

/**
 * The one way out for addresses that users enter. `allow` lists `host:port` receivers that may be on a private
 * network; throws when an entry is not one. Nothing is shared between requests: no agent, no proxy, no cookies.
 */
export const createOutboundGuard = (rules: {
  allow: readonly string[]
  deadlines?: Partial<Deadlines>
  resolve?: Resolve
}): OutboundGuard => {
  const allow = allowListOf(rules.allow)
  const deadlines = { connect: 5_000, total: 15_000, body: 2_000, ...rules.deadlines }
  const resolve = rules.resolve ?? resolveBySystem
  return {
    async post(url, request) {
      const target = readUrl(url, allow)
      if (!target.ok) throw new UnsafeUrl(target.reason)
      return send(target, { ...request, deadlines, resolve })
    },
    check(url) {
      const target = readUrl(url, allow)
      return target.ok ? { ok: true } : target
    },
  }
}
