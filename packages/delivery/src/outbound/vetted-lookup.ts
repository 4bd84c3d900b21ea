import { lookup as systemLookup } from 'node:dns/promises'
import { isIPv6, type LookupFunction } from 'node:net'
import { vettedAddress } from './address.ts'
import { NoAnswer, UnsafeUrl } from './unsafe-url.ts'

/** Asks for every address of a host name. */
export type Resolve = (host: string) => Promise<readonly string[]>

export const resolveBySystem: Resolve = async (host) => {
  const answers = await systemLookup(host, { all: true, verbatim: true })
  return answers.map((answer) => answer.address)
}

/**
 * The name look-up of one socket. It runs when the socket connects, so what was judged is what is connected to; one
 * forbidden address among several refuses the host, because the socket may try any of them.
 */
export const vettedLookup =
  (resolve: Resolve, isVouchedFor: boolean): LookupFunction =>
  (host, options, callback) => {
    resolveVetted(host, { resolve, isVouchedFor }).then(
      (addresses) => {
        const [first] = addresses
        if (options.all === true || first === undefined) callback(null, addresses)
        else callback(null, first.address, first.family)
      },
      (error: unknown) =>
        callback(
          error instanceof Error ? error : new NoAnswer('the name could not be resolved'),
          [],
        ),
    )
  }

const resolveVetted = async (host: string, rules: { resolve: Resolve; isVouchedFor: boolean }) => {
  const answers = await rules.resolve(host)
  if (answers.length === 0) throw new NoAnswer('the name has no address')
  return answers.map((answer) => {
    const address = vettedAddress(answer, rules.isVouchedFor)
    if (address === undefined)
      throw new UnsafeUrl('the name leads to an address outside the public internet')
    return { address, family: isIPv6(address) ? 6 : 4 }
  })
}
