import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '../problems.ts'

interface Attempt {
  readonly account: string
  readonly address: string
}
/** Counts attempts to sign in, per account and per address. */
export interface Throttle {
  /** Throws 429 when either has had too many. */
  count(attempt: Attempt): Promise<void>
  /** A right password shows that the attempts were the owner's. */
  forgive(attempt: Attempt): Promise<void>
}

const quarterHour = 15 * 60

/** At most 10 wrong passwords per account and 100 per address in a quarter of an hour, counted in this process. */
export const createThrottle = (): Throttle => {
  const accounts = new RateLimiterMemory({ points: 10, duration: quarterHour })
  const addresses = new RateLimiterMemory({ points: 100, duration: quarterHour })
  return {
    count: async ({ account, address }) => {
      await consume(addresses, address)
      await consume(accounts, account)
    },
    forgive: async ({ account, address }) => {
      await accounts.delete(account)
      await addresses.reward(address, 1)
    },
  }
}

const consume = async (limiter: RateLimiterMemory, key: string) => {
  try {
    await limiter.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const retryAfter = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    throw new Problem(
      'rate-limited',
      `Too many attempts to sign in. Try again in ${inWords(retryAfter)}.`,
      {
        retryAfter,
      },
    )
  }
}

const inWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
