import ipaddr from 'ipaddr.js'

type Address = ReturnType<typeof ipaddr.parse>

/** Ranges an operator may vouch for by a host's name; the rest (link-local, multicast, …) never. */
const vouchable = new Set<string>(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat'])

/** All that IANA has given out as global unicast; what is outside is not on the internet, whatever it embeds. */
const globalUnicast = ipaddr.parseCIDR('2000::/3')

/**
 * The canonical form of an IP address that may be connected to, or undefined when it must not be. An IPv4 address
 * written as IPv6 is judged, and returned, as IPv4. `isVouchedFor` opens private networks too.
 */
export const vettedAddress = (text: string, isVouchedFor: boolean): string | undefined => {
  if (!ipaddr.isValid(text)) return undefined
  const address = ipaddr.process(text)
  const isAllowed = isGlobal(address) || (isVouchedFor && vouchable.has(address.range()))
  return isAllowed ? address.toString() : undefined
}

const isGlobal = (address: Address): boolean =>
  address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(globalUnicast))
