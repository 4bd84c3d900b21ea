import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'
import type { ApiEnv } from './deps.ts'

/**
 * Where a request comes from, as limits count it: one IPv4 address, or the 64 bits of an IPv6 address that name a
 * network, since whoever has one has all addresses in it. X-Forwarded-For is believed only behind a configured proxy, and
 * then its last entry: that one the proxy wrote, the ones before it the client may have.
 */
export const addressOf = (c: Context<ApiEnv>, options: { trustProxy: boolean }): string => {
  const forwarded = options.trustProxy ? c.req.header('x-forwarded-for') : undefined
  const last = forwarded?.split(',').at(-1)?.trim()
  return networkOf(last || (c.env?.incoming?.socket?.remoteAddress ?? 'unknown'))
}

const networkOf = (address: string): string => {
  if (!ipaddr.IPv6.isValid(address)) return address
  // An IPv4 address within an IPv6 one is itself.
  const is = ipaddr.process(address)
  return is instanceof ipaddr.IPv6 ? `${is.parts.slice(0, 4).join(':')}::/64` : is.toString()
}
