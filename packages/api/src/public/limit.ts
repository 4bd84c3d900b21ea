import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { addressOf } from '../address.ts'
import type { ApiEnv, Deps } from '../deps.ts'
import { Problem } from '../problems.ts'

/** At most so many public requests per address and minute; `undefined` is no limit. */
export const visitorLimit = (
  deps: Pick<Deps, 'rateLimit' | 'trustProxy'>,
): MiddlewareHandler<ApiEnv> => {
  if (deps.rateLimit === undefined) return (_c, next) => next()
  const limiter = new RateLimiterMemory({ points: deps.rateLimit, duration: 60 })
  return async (c, next) => {
    if (c.req.method !== 'OPTIONS')
      await limiter.consume(addressOf(c, deps)).catch((refusal: unknown) => {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        throw new Problem('rate-limited', 'Too many requests from this address. Wait a moment.', {
          retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
        })
      })
    return next()
  }
}
