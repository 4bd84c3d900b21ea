let token: string | undefined
let isAsked = false

/**
 * Takes the one-time token of a set-up link out of the address, so that it stays neither in the
 * history nor in a screenshot. Call once, before the first render.
 */
export const takeSetUpToken = () => {
  const address = new URL(location.href)
  isAsked = address.searchParams.has('setup')
  token = address.searchParams.get('setup') || undefined
  if (!isAsked) return
  address.searchParams.delete('setup')
  history.replaceState(null, '', `${address.pathname}${address.search}${address.hash}`)
}

export const setUpToken = (): string | undefined => token

/** Whether the address asked for the setting up, with a token or, where none is needed, without. */
export const isSettingUp = (): boolean => isAsked
