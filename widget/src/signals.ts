import type { Bantam, Consent } from './api.ts'
import { isObjecting } from './consent.ts'
import { watchPages } from './pages.ts'
import { createSignalQueue } from './signal-queue.ts'
import { siteOf } from './site.ts'
import { openStorage } from './storage.ts'
import { openVisitor } from './visitor.ts'

/**
 * Takes over `track` and `consent` of the page's API. Only while the visitor agrees and their browser does not object
 * are the pages they look at and the events that the website names sent; `heard` is what was tracked until now.
 */
export const openSignals = (
  api: Pick<Bantam, 'track' | 'consent'>,
  heard: readonly (readonly unknown[])[],
): Pick<Bantam, 'consent'> => {
  // Each decision made while this file was on its way asks for it: all of them decide on one and the same.
  const known = opened.get(api)
  if (known) return known
  /** While there is consent; what is heard before the first decision waits in memory. */
  let life: AbortController | undefined
  let queue: ReturnType<typeof createSignalQueue> | undefined
  let waiting = heard

  const agree = () => {
    const site = siteOf()
    if (life || !site || isObjecting()) return
    const { signal } = (life = new AbortController())
    const visitor = visitorOf(site.base)
    visitor.remember()
    const sending = (queue = createSignalQueue({ ...site, visitor, signal }))
    for (const [at, url, name, data] of waiting)
      sending.add(String(name), { at: Number(at), url: String(url), data })
    waiting = []
    watchPages(signal, (url) => sending.add('page-view', { at: Date.now(), url }))
  }
  const refuse = () => {
    life?.abort()
    life = queue = undefined
    waiting = []
    const site = siteOf()
    if (site) visitorOf(site.base).forget()
  }

  api.track = (name, data) => queue?.add(name, { at: Date.now(), url: location.href, data })
  api.consent = ({ signals }: Consent) => (signals ? agree() : refuse())
  const own = { consent: api.consent }
  opened.set(api, own)
  return own
}

const opened = new WeakMap<object, Pick<Bantam, 'consent'>>()

const visitorOf = (base: string) =>
  openVisitor(`bantam:${base}:visitor`, { storage: openStorage('localStorage'), isKept: false })
