/** Receivers the operator vouches for, each as `host:port` in the form a parsed URL has. */
export type AllowList = ReadonlySet<string>

/**
 * Reads `host:port` entries (IPv6 in brackets), writing hosts as URLs do: `127.1:80` is `127.0.0.1:80`.
 * Throws an error naming the entry when one is not a host and a port.
 */
export const allowListOf = (entries: readonly string[]): AllowList =>
  new Set(entries.map(canonicalEntry))

/** The place a URL's request would go to, as an allow list writes it. */
export const placeOf = (url: URL): string => `${url.hostname}:${portOf(url)}`

/** The port a URL's request would go to. */
export const portOf = (url: URL): number => {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'https:' ? 443 : 80
}

const canonicalEntry = (entry: string): string => {
  const [, host, port] = /^(\[[0-9a-f:.]+\]|[^\s:/?#@[\]]+):(\d{1,5})$/i.exec(entry.trim()) ?? []
  if (host === undefined || !URL.canParse(`http://${host}:${port}/`)) {
    throw new Error(`"${entry}" is not a host and a port, such as hooks.internal:8080`)
  }
  return placeOf(new URL(`http://${host}:${port}/`))
}
