let token: string | undefined

/**
 * Takes the one-time token of a set-up link out of the address, so that it stays neither in the
 * history nor in a screenshot. Call once, before the first render.
 */
export const takeSetUpToken = () => {
  const address = new URL(location.href)
  token = address.searchParams.get('setup') ?? undefined
  if (token === undefined) return
  address.searchParams.delete('setup')
  history.replaceState(null, '', `${address.pathname}${address.search}${address.hash}`)
}

export const setUpToken = (): string | undefined => token
