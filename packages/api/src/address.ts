import type { Context } from 'hono'
import type { ApiEnv } from './deps.ts'

/**
 * The address that limits count by. X-Forwarded-For is believed only behind a configured proxy, and then its last
 * entry: that one the proxy wrote, the ones before it the client may have.
 */
export const addressOf = (c: Context<ApiEnv>, options: { trustProxy: boolean }): string => {
  const forwarded = options.trustProxy ? c.req.header('x-forwarded-for') : undefined
  const last = forwarded?.split(',').at(-1)?.trim()
  return last || (c.env?.incoming?.socket?.remoteAddress ?? 'unknown')
}
