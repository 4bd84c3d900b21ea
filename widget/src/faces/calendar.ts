/**
 * Shows the booking page that a place names, beneath the link to it. Where the page's policy forbids foreign frames,
 * nothing but the link stays. What runs inside may not lead this page elsewhere.
 */
export const embedCalendar = (place: HTMLElement): void => {
  const { url, name = '' } = place.dataset
  if (!url || !place.isConnected) return
  const frame = document.createElement('iframe')
  frame.src = url
  frame.title = name
  frame.width = '100%'
  frame.height = '680'
  frame.style.border = '0'
  frame.style.marginTop = '20px'
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
  )
  const over = new AbortController()
  const { origin } = new URL(url)
  document.addEventListener(
    'securitypolicyviolation',
    ({ blockedURI }) => {
      if (!blockedURI.startsWith(origin)) return
      frame.remove()
      over.abort()
    },
    { signal: AbortSignal.any([over.signal, AbortSignal.timeout(patience)]) },
  )
  frame.addEventListener('error', () => frame.remove())
  place.append(frame)
}

/** Milliseconds after which a policy would have spoken. */
const patience = 10_000
