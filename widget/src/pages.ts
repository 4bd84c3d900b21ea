/** Tells of the page that is open now and of each that a website goes on to without loading anew. */
export const watchPages = (signal: AbortSignal, see: (url: string) => void): void => {
  let path: string | undefined
  const look = () => {
    if (location.pathname === path) return
    path = location.pathname
    see(location.href)
  }
  look()
  const navigation: unknown = Reflect.get(globalThis, 'navigation')
  if (navigation instanceof EventTarget)
    navigation.addEventListener('navigatesuccess', look, { signal })
  addEventListener('popstate', look, { signal })
}
