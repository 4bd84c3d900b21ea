import { isIP } from 'node:net'
import { vettedAddress } from './address.ts'
import { allowListOf, placeOf, portOf, type AllowList } from './allow-list.ts'

export type UrlCheck = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/**
 * Whether a receiver's address may be saved: all that can be said without asking the name service, which is asked
 * at each request. `allow` holds `host:port` entries that are taken as they are. The reason is words for the owner.
 */
export const checkUrl = (url: string, allow: readonly string[]): UrlCheck => {
  const reading = readUrl(url, allowListOf(allow))
  return reading.ok ? { ok: true } : reading
}

export type Target = {
  readonly ok: true
  readonly url: URL
  /** The URL's host without the brackets of an IPv6 address. */
  readonly host: string
  readonly isVouchedFor: boolean
}

/** Like `checkUrl`, and hands back what was read. */
export const readUrl = (text: string, allow: AllowList): Target | { ok: false; reason: string } => {
  if (!URL.canParse(text)) return refused('This is not a complete web address.')
  const url = new URL(text)
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const isVouchedFor = allow.has(placeOf(url))
  const broken = rules.find((rule) => (!isVouchedFor || rule.isForAll) && rule.isBroken(url, host))
  return broken ? refused(broken.reason) : { ok: true, url, host, isVouchedFor }
}

const refused = (reason: string): { ok: false; reason: string } => ({ ok: false, reason })

const hasName = (host: string): boolean => isIP(host) === 0

/** The first broken rule is the answer; those `isForAll` hold for vouched receivers too. */
const rules: readonly {
  reason: string
  isForAll?: boolean
  isBroken: (url: URL, host: string) => boolean
}[] = [
  {
    reason: 'The address must begin with https:// or http://.',
    isForAll: true,
    isBroken: (url) => url.protocol !== 'https:' && url.protocol !== 'http:',
  },
  {
    reason: 'The address must not carry a user name or password.',
    isForAll: true,
    isBroken: (url) => url.username !== '' || url.password !== '',
  },
  {
    reason: 'Only the ports 443 and 80 can be reached.',
    isBroken: (url) => portOf(url) !== 443 && portOf(url) !== 80,
  },
  {
    reason: 'The host must be a public name, such as hooks.example.com.',
    isBroken: (_, host) => hasName(host) && (!host.includes('.') || localName.test(host)),
  },
  {
    reason: 'This address is not on the public internet.',
    isBroken: (_, host) => !hasName(host) && vettedAddress(host, false) === undefined,
  },
]

/** Names that only a local network answers for, and a name with the dot of the root at its end. */
const localName =
  /(\.(local|internal|localhost|localdomain|lan|home|corp|intranet|arpa|onion)|\.)$/i
