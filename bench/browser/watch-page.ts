/** What a page tells of itself. Milliseconds since its navigation began. */
export interface Watched {
  /** When the first question was on the screen with a control to answer it. */
  readyAt: number
  /** Cumulative layout shift. */
  shift: number
  /** Total blocking time: what each long task took beyond 50 ms. */
  blocked: number
}

/** The bench's ear. */
declare const tell: (watched: string) => void

/** Milliseconds in which a page that is ready may still shift or block. */
const afterwards = 500
const watched: Watched = { readyAt: 0, shift: 0, blocked: 0 }

const observe = (type: string, note: (entry: PerformanceEntry) => void) =>
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) note(entry)
  }).observe({ type, buffered: true })
observe('layout-shift', (entry) => {
  watched.shift += Number(Reflect.get(entry, 'value'))
})
observe('longtask', ({ duration }) => {
  watched.blocked += duration - 50
})

const isSeen = (element: Element) =>
  element.getClientRects().length > 0 &&
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true })

const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
  root,
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? rootsIn(shadowRoot) : [],
  ),
]

/** The page names the words of its first question; they and a control stand in one of its trees. */
const asks = () => {
  const words = document.documentElement.dataset['question'] ?? ''
  return rootsIn(document).some(
    (root) =>
      [...root.querySelectorAll('input:enabled, textarea:enabled')].some(isSeen) &&
      [...root.querySelectorAll('h1, h2, h3, h4, h5, label, span, p, div')].some(
        (element) => element.textContent?.includes(words) && isSeen(element),
      ),
  )
}

const look = () => {
  if (!asks()) return requestAnimationFrame(look)
  // The frame in which it stands is painted before the next one begins.
  return requestAnimationFrame(() => {
    watched.readyAt = performance.now()
    setTimeout(() => tell(JSON.stringify(watched)), afterwards)
  })
}
requestAnimationFrame(look)
