import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Counts one more submission of a form, and tells whether that is more than people send. */
export type Rush = (formId: string) => Promise<boolean>

/**
 * More to one form within a minute than ten addresses may send together is a rush, whoever sends it. Nobody is refused
 * for what the others do: everybody shows work meanwhile. Counted in this process; `undefined` is never a rush.
 */
export const createRush = (rateLimit: number | undefined): Rush => {
  if (rateLimit === undefined) return async () => false
  const limiter = new RateLimiterMemory({ points: 10 * rateLimit, duration: 60 })
  return (formId) =>
    limiter.consume(formId).then(
      () => false,
      (refusal: unknown) => {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return true
      },
    )
}
