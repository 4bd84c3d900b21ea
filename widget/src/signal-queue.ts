import type { Site } from './site.ts'
import type { Visitor } from './visitor.ts'

export interface SignalQueue {
  add(
    name: string,
    seen: { readonly at: number; readonly url: string; readonly data?: unknown },
  ): void
}

interface Signal {
  readonly id: string
  readonly name: string
  readonly at: string
  readonly url: string
  readonly data?: unknown
}

/** So many fit into a beacon, whose 64 KiB no signal below can burst. */
const batchSize = 20
const mostWaiting = 100
const longestUrl = 500
const longestData = 500
const quiet = 3000

/**
 * Sends signals in batches: once for each silence of three seconds, and what is left when the page goes away. A
 * browser that the server does not know yet is given a token with the first batch. Aborting drops what waits.
 */
export const createSignalQueue = ({
  base,
  formId,
  visitor,
  signal,
}: Site & { readonly visitor: Visitor; readonly signal: AbortSignal }): SignalQueue => {
  const url = `${base}v1/public/signals`
  let waiting: Signal[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let isIntroducing = false

  const flush = () => {
    clearTimeout(timer)
    if (isIntroducing || signal.aborted || waiting.length === 0) return
    const signals = waiting.splice(0, batchSize)
    const { token } = visitor
    if (token === undefined) void introduce(signals)
    else send(JSON.stringify({ visitor: token, formId, signals }))
    if (waiting.length > 0) timer = setTimeout(flush, quiet)
  }

  /** A body of plain text needs no leave from the server: a beacon of JSON never arrives across origins. */
  const send = (body: string) => {
    if (!isBeaconSent(body)) void post(body).catch(() => {})
  }
  const isBeaconSent = (body: string) => {
    try {
      return navigator.sendBeacon(url, body)
    } catch {
      return false
    }
  }
  const post = (body: string) => fetch(url, { method: 'POST', body, keepalive: true })

  const introduce = async (signals: readonly Signal[]) => {
    isIntroducing = true
    try {
      const response = await post(JSON.stringify({ formId, signals }))
      const { visitor: token } = Object(await response.json())
      if (!signal.aborted && typeof token === 'string') visitor.meet(token)
    } catch {
      waiting = [...signals, ...waiting].slice(0, mostWaiting)
    }
    isIntroducing = false
    if (waiting.length > 0 && !signal.aborted) timer = setTimeout(flush, quiet)
  }

  const onLeave = () => {
    if (document.visibilityState === 'hidden') flush()
  }
  document.addEventListener('visibilitychange', onLeave, { signal })
  addEventListener('pagehide', flush, { signal })
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    waiting = []
  })

  return {
    add(name, { at, data, ...seen }) {
      if (signal.aborted || waiting.length >= mostWaiting) return
      const text = JSON.stringify(data) ?? ''
      waiting.push({
        id: crypto.getRandomValues(new Uint32Array(4)).join('-'),
        name: name.slice(0, 100),
        at: new Date(at).toISOString(),
        url: withoutQuery(seen.url),
        ...(text && text.length <= longestData && { data }),
      })
      clearTimeout(timer)
      timer = setTimeout(flush, visitor.token === undefined ? 0 : quiet)
    },
  }
}

/** Queries and fragments may name people. */
const withoutQuery = (url: string) => {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`.slice(0, longestUrl)
}
