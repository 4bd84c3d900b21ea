import { accepted, refused, type Reading } from './reading.ts'
import { readText } from './read-text.ts'

const MOST = 2048

/**
 * Reads an http or https address as the URL standard writes it, with `https://` put before one that
 * names no scheme. Its host has a dot, and it holds no password.
 */
export const readWebsite = (raw: unknown): Reading => {
  const reading = readText(raw, { maxLength: MOST })
  if (reading.kind !== 'accepted') return reading
  const written = String(reading.value)
  const url = /\s/.test(written) ? undefined : parsed(withScheme(written))
  if (!url || !isWeb(url)) return refused('not-a-website')
  const address = url.pathname === '/' ? url.href.replace(/\/(?=$|[?#])/, '') : url.href
  return address.length > MOST ? refused('too-long', MOST) : accepted(address)
}

/** `acme.com:8080` names a port, `mailto:ann` a scheme. */
const withScheme = (text: string) =>
  /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`

const parsed = (text: string) => {
  if (!/^https?:\/\/[^/\\]/i.test(text)) return undefined
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

const isWeb = ({ hostname, username, password }: URL) =>
  /^[^.]+(\.[^.]+)+$/.test(hostname) && username === '' && password === ''
