import { createRequire } from 'node:module'
import type { disposableEmailBlocklistSet } from 'disposable-email-domains-js'
import type { DOMAINS } from 'free-email-domains-list'

/** True for a domain where anybody gets an address: it says nothing of the company. */
export const isFreeMail = (domain: string): boolean => (freeMail ??= freeMailDomains()).has(domain)

/** True for a throw-away address service. */
export const isDisposable = (domain: string): boolean =>
  (disposable ??= disposableDomains()).has(domain)

// A hundred thousand names between them: they are read when the first condition asks, which most forms never do.
const require = createRequire(import.meta.url)
let freeMail: ReadonlySet<string> | undefined
let disposable: ReadonlySet<string> | undefined

const freeMailDomains = (): ReadonlySet<string> => {
  const library: { DOMAINS: typeof DOMAINS } = require('free-email-domains-list')
  return library.DOMAINS
}

const disposableDomains = (): ReadonlySet<string> => {
  const library: {
    disposableEmailBlocklistSet: typeof disposableEmailBlocklistSet
  } = require('disposable-email-domains-js')
  return library.disposableEmailBlocklistSet()
}

/** True for a school's or university's domain by the registries' conventions: `.edu`, `.edu.XX`, `.ac.XX`. */
const isStudent = (domain: string): boolean =>
  /(^|\.)(edu|edu\.[a-z]{2}|ac\.[a-z]{2})$/.test(domain)

/** The lists that an `in-list` test may name; each judges a domain. */
const domainLists: { readonly [name: string]: (domain: string) => boolean } = {
  'free-mail': isFreeMail,
  disposable: isDisposable,
  student: isStudent,
}

/** True when an address's or a bare domain belongs to the named list; false for a list nobody knows. */
export const isInList = (list: string, value: string): boolean =>
  domainLists[list]?.(value.slice(value.lastIndexOf('@') + 1).toLowerCase()) ?? false
